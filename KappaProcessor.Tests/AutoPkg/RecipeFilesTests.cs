using Kappa.AutoPkg;
using Kappa.Tests.Support;

namespace Kappa.Tests.AutoPkg;

internal sealed class RecipeFilesTests
{
    [TestCase("a/Firefox.pkg.recipe", "Firefox.pkg")]
    [TestCase("Firefox.pkg.recipe.plist", "Firefox.pkg")]
    [TestCase("Firefox.pkg.recipe.yaml", "Firefox.pkg")]
    [TestCase("Firefox.pkg.recipe.yml", null)]
    [TestCase("Firefox.pkg", null)]
    [TestCase("Firefox.RECIPE", null, TestName = "AutoPkg minds capitals")]
    public void A_recipes_name_is_its_files_without_suffix(string path, string? name) =>
        Assert.That(RecipeFiles.NameOf(path), Is.EqualTo(name));

    [Test]
    public void AutoPkg_searches_a_folder_and_one_level_below_plists_first()
    {
        using var folder = new TempFolder();
        foreach (var file in (string[])
            ["b/Z.recipe", "A.recipe.yaml", "B.recipe", "b/c/Deep.recipe", ".git/Hidden.recipe", "notes.txt"])
        {
            folder.Write(file, "");
        }

        var found = RecipeFiles.Searched(folder.Path).Select(path => Path.GetRelativePath(folder.Path, path));

        Assert.That(found, Is.EqualTo(["B.recipe", "A.recipe.yaml", "b/Z.recipe"]));
    }

    [Test]
    public void A_folder_that_is_not_there_has_none() =>
        Assert.That(RecipeFiles.Searched("/nowhere/at/all"), Is.Empty);

    [Test]
    public void Links_are_followed_and_none_in_circles()
    {
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        folder.Write("sub/A.recipe", "");
        elsewhere.Write("deep/B.recipe", "");
        Directory.CreateSymbolicLink(folder["sub/up"], folder.Path);
        Directory.CreateSymbolicLink(folder["other"], elsewhere.Path);
        Directory.CreateSymbolicLink(elsewhere["back"], folder["sub"]);

        var names = RecipeFiles.Below(folder.Path).Take(10).Select(RecipeFiles.NameOf);

        Assert.That(names, Is.EquivalentTo(["A", "B"]));
    }

    [Test]
    public void A_link_that_leads_nowhere_is_passed_over()
    {
        using var folder = new TempFolder();
        folder.Write("A.recipe", "");
        Directory.CreateSymbolicLink(folder["gone"], folder["nowhere"]);

        Assert.That(RecipeFiles.Below(folder.Path).Count(), Is.EqualTo(1));
    }
}
