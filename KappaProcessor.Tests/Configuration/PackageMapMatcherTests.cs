using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class PackageMapMatcherTests
{
    [TestCase("org.mozilla.firefox", "com.example.other", "org.mozilla.firefox")]
    [TestCase("com.example.none", "org.mozilla.firefox", "org.mozilla.firefox")]
    [TestCase(
        "com.example.other",
        "org.mozilla.firefox",
        "com.example.other",
        TestName = "The first id that is there")]
    public void An_installer_is_found_by_one_of_its_ids(string first, string second, string key)
    {
        var map = Some.MapFile("""{ "org.mozilla.firefox": {}, "com.example.other": {} }""");
        var request = Some.RunRequest() with { InstallerIds = [first, second] };

        Assert.That(PackageMapMatcher.Find(map, request).Entry?.Key, Is.EqualTo(key));
    }

    [Test]
    public void A_part_of_an_id_is_not_enough()
    {
        var request = Some.RunRequest() with { InstallerIds = ["org.mozilla.firefox"] };

        var match = PackageMapMatcher.Find(Some.MapFile("""{ "org.mozilla": {} }"""), request);

        Assert.That(match.Notes, Is.EqualTo(
        [
            Note.Warning("/kappa/recipe_map.json has no entry for org.mozilla.firefox. "
                + "The configured defaults are used."),
        ]));
    }
}
