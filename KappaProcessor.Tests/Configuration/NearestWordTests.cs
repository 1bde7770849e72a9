using Kappa.Configuration;

namespace Kappa.Tests.Configuration;

internal sealed class NearestWordTests
{
    private static readonly string[] Paths =
        ["kandji.api_url", "kandji.token_name", "slack", "slack.enabled", "zz_defaults.dry_run"];

    [TestCase("kandji.api_uri", "kandji.api_url")]
    [TestCase("kandji.token", "kandji.token_name")]
    [TestCase("slak", "slack")]
    [TestCase("dryrun", "zz_defaults.dry_run", TestName = "In the wrong section")]
    [TestCase("slack.dry_run", "zz_defaults.dry_run", TestName = "In another section")]
    public void Finds_what_was_meant(string written, string meant) =>
        Assert.That(NearestWord.FindPath(written, Paths), Is.EqualTo(meant));

    [Test]
    public void Case_matters_least() =>
        Assert.That(
            NearestWord.Find("firefox.pkg", ["Firefly.pkg", "FireFox.pkg"]), Is.EqualTo("FireFox.pkg"));

    [Test]
    public void Nothing_is_near_when_there_is_nothing() => Assert.That(NearestWord.Find("x", []), Is.Null);
}
