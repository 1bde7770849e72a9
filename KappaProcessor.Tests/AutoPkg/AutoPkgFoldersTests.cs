using Kappa.AutoPkg;
using Kappa.Tests.Support;

namespace Kappa.Tests.AutoPkg;

internal sealed class AutoPkgFoldersTests
{
    private readonly TempFolder home = new();

    [TearDown]
    public void RemoveHome() => home.Dispose();

    [TestCase("Library/Preferences/com.github.autopkg.plist", true)]
    [TestCase(".config/Autopkg/config.plist", false)]
    public void The_preferences_say_where(string file, bool isMac)
    {
        home.Write(file, RealAutoPkg.Plist(
            """
            <key>RECIPE_SEARCH_DIRS</key><array><string>~/mine</string><string>/theirs/./x</string></array>
            <key>RECIPE_OVERRIDE_DIRS</key><string>/overrides</string>
            """));

        var folders = Read(isMac);

        Assert.That(folders.Search, Is.EqualTo([home["mine"], "/theirs/x"]));
        Assert.That(folders.Overrides, Is.EqualTo(["/overrides"]));
    }

    [Test]
    public void They_may_be_JSON_elsewhere_than_on_a_Mac()
    {
        home.Write(".config/Autopkg/config.json", """{ "RECIPE_SEARCH_DIRS": ["/theirs"] }""");

        Assert.That(Read(isMac: false).Search, Is.EqualTo(["/theirs"]));
    }

    [Test]
    public void Without_preferences_AutoPkgs_own_defaults_hold_and_every_repository()
    {
        Directory.CreateDirectory(home["Library/AutoPkg/RecipeRepos/com.github.autopkg.recipes"]);

        var folders = Read(isMac: false);

        Assert.That(folders.Search, Is.EqualTo(
        [
            Path.GetFullPath("."),
            home["Library/AutoPkg/Recipes"],
            "/Library/AutoPkg/Recipes",
            home["Library/AutoPkg/RecipeRepos/com.github.autopkg.recipes"],
        ]));
        Assert.That(folders.Overrides, Is.EqualTo([home["Library/AutoPkg/RecipeOverrides"]]));
    }

    [TestCase("config.plist", "<plist><dict>")]
    [TestCase("config.plist", "<plist><array/></plist>")]
    [TestCase("config.json", "{ nonsense")]
    public void Broken_preferences_are_an_error_that_names_the_file(string file, string content)
    {
        home.Write($".config/Autopkg/{file}", content);

        Assert.That(() => Read(isMac: false), Throws.InstanceOf<KappaException>().With.Message.Contains(file));
    }

    private AutoPkgFolders Read(bool isMac) =>
        AutoPkgFolders.Read(name => name == "HOME" ? home.Path : null, isMac);
}
