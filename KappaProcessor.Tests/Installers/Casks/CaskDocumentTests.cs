using Kappa.Installers.Casks;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Casks;

internal sealed class CaskDocumentTests
{
    private const string A = "aaaa";
    private const string B = "bbbb";

    [TestCase("teapot", CaskProcessor.Arm, "1.2", "https://dl.example.org/Teapot-1.2.pkg", A)]
    [TestCase("teapot", CaskProcessor.Intel, "1.2", "https://dl.example.org/Teapot-1.2.pkg", A)]
    [TestCase("kettle", CaskProcessor.Arm, "3.0,4711", "https://dl.example.org/arm64/Kettle%203.dmg", A)]
    [TestCase("kettle", CaskProcessor.Intel, "3.0,4711", "https://dl.example.org/x64/Kettle%203.dmg", B)]
    [TestCase("samovar", CaskProcessor.Arm, "9", "https://dl.example.org/Samovar-9.zip", A,
        TestName = "What an older macOS needs is not taken for Apple silicon")]
    [TestCase("samovar", CaskProcessor.Intel, "9", "https://dl.example.org/Samovar-9.zip", A,
        TestName = "What an older macOS needs is not taken for Intel")]
    [TestCase("infuser", CaskProcessor.Intel, "2", "https://dl.example.org/intel/Infuser.dmg", A,
        TestName = "A document from before the newest macOS still has Intel's download")]
    [TestCase("tealeaf", CaskProcessor.Arm, "latest", "https://dl.example.org/latest/TeaLeaf.dmg", null)]
    public void Has_the_download_for_the_wanted_Mac(
        string name, CaskProcessor processor, string version, string url, string? sha256)
    {
        var cask = Some.Cask(name, processor);

        Assert.That(
            (cask.Version, cask.Request.Url.AbsoluteUri, cask.Sha256?[..4]), Is.EqualTo((version, url, sha256)));
    }

    [TestCase("teapot", "Teapot", "uninstall, pkg, zap", ">= 12")]
    [TestCase("kettle", "Kettle", "app, binary, target, zap", null)]
    [TestCase("font-tea", "Tea Sans", "font", null)]
    [TestCase("teasuite", "Tea Suite", "installer, zap", null)]
    public void Has_names_artifacts_and_what_it_needs(string token, string name, string artifacts, string? system)
    {
        var cask = Some.Cask(token);

        Assert.That(
            (cask.Token, cask.Name, string.Join(", ", cask.Artifacts), cask.MacOS),
            Is.EqualTo((token, name, artifacts, system)));
    }

    [Test]
    public void Has_everything_that_the_vendor_wants_to_be_asked_with()
    {
        var request = Some.Cask("strainer").Request;

        Assert.That(request.UserAgent, Does.StartWith("Mozilla/5.0 (Macintosh"));
        Assert.That(request.Referer?.AbsoluteUri, Is.EqualTo("https://strainer.example.org/get"));
        Assert.That(
            request.Headers.Select(header => $"{header.Key}: {header.Value}"),
            Is.EqualTo(new[] { "Accept: application/octet-stream", "Cookie: licence=accepted; lang=en" }));
        Assert.That(request.Form?.Select(pair => $"{pair.Key}={pair.Value}"), Is.EqualTo(new[] { "os=mac", "v=7" }));
    }

    [TestCase("", "Error reading")]
    [TestCase("<html>", "Unexpected character")]
    [TestCase("[]", "no JSON object")]
    [TestCase("{}", "no token")]
    [TestCase("""{"token":"..","version":"1"}""", "its token is none")]
    [TestCase("""{"token":"x","version":"1"}""", "no url")]
    [TestCase("""{"token":"x","version":7}""", "its version is no text")]
    [TestCase("""{"token":"x","version":"1","url":"dl/x.pkg"}""", "its url is no address")]
    [TestCase("""{"token":"x","version":"1","url":"https://a/b","sha256":"12"}""", "its sha256 is none")]
    [TestCase(
        """{"token":"x","version":"1","url":"https://a/b","url_specs":{"header":"A: b\r\nHost: c"}}""",
        "control characters")]
    public void What_is_no_cask_is_told(string json, string reason)
    {
        var problem = Assert.Throws<KappaException>(() => CaskDocument.Parse(json, "x.json", CaskProcessor.Arm))!;

        Assert.That(problem.What, Does.StartWith("x.json is not the description of a cask: ").And.Contain(reason));
    }
}
