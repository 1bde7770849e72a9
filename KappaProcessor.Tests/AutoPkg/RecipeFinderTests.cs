using Kappa.AutoPkg;
using Kappa.Tests.Support;

namespace Kappa.Tests.AutoPkg;

internal sealed class RecipeFinderTests
{
    private readonly TempFolder folder = new();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("Firefox.pkg")]
    [TestCase("Firefox.pkg.recipe")]
    [TestCase("com.example.pkg.Firefox")]
    public void Finds_by_name_and_by_identifier(string given)
    {
        Write("repo/Moz/Firefox.pkg.recipe", "com.example.pkg.Firefox");

        var found = Finder().Find(given);

        Assert.That(found.Identifier, Is.EqualTo("com.example.pkg.Firefox"));
        Assert.That((found.Title, found.Stem, found.Kind), Is.EqualTo(("Firefox.pkg", "Firefox", ".pkg")));
    }

    [Test]
    public void Finds_a_file_anywhere()
    {
        var path = Write("elsewhere/Firefox.pkg.recipe", "com.example.pkg.Firefox");

        Assert.That(Finder().Find(path).Path, Is.EqualTo(path));
    }

    [Test]
    public void Finds_a_YAML_recipe()
    {
        folder.Write("repo/Zed.pkg.recipe.yaml", "Identifier: com.example.pkg.Zed\nInput:\n  NAME: Zed\n");

        var found = Finder().Find("com.example.pkg.Zed");

        Assert.That((found.Title, found.InputName), Is.EqualTo(("Zed.pkg", "Zed")));
    }

    [Test]
    public void An_old_recipe_has_its_identifier_in_the_Input()
    {
        folder.Write("repo/Old.pkg.recipe", RealAutoPkg.Plist(
            "<key>Input</key><dict><key>IDENTIFIER</key><string>com.example.pkg.Old</string></dict>"));

        Assert.That(Finder().Find("Old.pkg").Identifier, Is.EqualTo("com.example.pkg.Old"));
    }

    [Test]
    public void The_first_folder_wins()
    {
        Write("repo/Firefox.pkg.recipe", "com.example.first");
        Write("other/Firefox.pkg.recipe", "com.example.second");

        Assert.That(Finder("repo", "other").Find("Firefox.pkg").Identifier, Is.EqualTo("com.example.first"));
    }

    [Test]
    public void A_broken_recipe_of_another_name_is_passed_over()
    {
        folder.Write("repo/A.recipe", "no plist");
        folder.Write("repo/B.recipe.yaml", "Identifier: |\n  x\n");
        Write("repo/C.recipe", "com.example.pkg.C");

        Assert.That(Finder().Find("com.example.pkg.C").Title, Is.EqualTo("C"));
    }

    [TestCase("A.recipe", "no plist")]
    [TestCase("A.recipe", "<plist><array/></plist>")]
    [TestCase("A.recipe", "<plist><dict/></plist>")]
    [TestCase("A.recipe.yaml", "Identifier: |\n  x\n")]
    public void A_broken_recipe_of_that_name_is_an_error_that_names_the_file(string file, string content)
    {
        folder.Write($"repo/{file}", content);

        Assert.That(
            () => Finder().Find("A"),
            Throws.InstanceOf<KappaException>().With.Message.Contains($"repo/{file}"));
    }

    [TestCase("com.github.autopkg.pkg.Firefox_EN", "Firefox_EN")]
    [TestCase("com.example.me.firefox.pkg", "firefox")]
    public void An_identifier_that_nobody_has_seen_is_taken_as_it_is(string identifier, string stem)
    {
        var found = Finder().Find(identifier);

        Assert.That((found.Identifier, found.Path, found.Stem), Is.EqualTo((identifier, (string?)null, stem)));
    }

    [TestCase("Firefox.pkg")]
    [TestCase("WordPress.com.pkg")]
    [TestCase("no/such/File.pkg.recipe")]
    public void A_name_that_nobody_has_seen_is_an_error_that_tells_where_was_searched(string name) => Assert.That(
        () => Finder().Find(name),
        Throws.InstanceOf<KappaException>().With.Message.Contains(name).And.Message.Contains(folder["repo"]));

    [Test]
    public void An_override_is_no_parent()
    {
        var path = Write("overrides/Firefox.pkg.recipe", "local.pkg.Firefox", "com.example.pkg.Firefox");

        Assert.That(
            () => Finder().Find(path),
            Throws.InstanceOf<KappaException>().With.Message.Contains("com.example.pkg.Firefox"));
    }

    [Test]
    public void The_step_may_be_in_a_recipe_further_up()
    {
        folder.Write("repo/One.recipe.yaml", "Identifier: com.x.One\nProcess:\n  - Processor: io.kandji.kappa/KAPPA\n");
        Write("repo/Two.recipe", "com.x.Two", "com.x.One");
        Write("repo/Three.recipe", "com.x.Three", "com.x.Two");
        var finder = Finder();

        Assert.That(finder.RunsKappa(finder.Find("Three")), Is.True);
    }

    [Test]
    public void Recipes_that_are_each_others_parents_are_no_endless_search()
    {
        Write("repo/One.recipe", "com.x.One", "com.x.Two");
        Write("repo/Two.recipe", "com.x.Two", "com.x.One");
        var finder = Finder();

        Assert.That(finder.RunsKappa(finder.Find("One")), Is.False);
    }

    private string Write(string file, string identifier, string? parent = null) => folder.Write(file, RealAutoPkg.Plist(
        $"""
        <key>Identifier</key><string>{identifier}</string>
        <key>Input</key><dict/>
        {(parent is null ? "" : $"<key>ParentRecipe</key><string>{parent}</string>")}
        """));

    private RecipeFinder Finder(params string[] names) => new(new AutoPkgFolders(
        [.. names.DefaultIfEmpty("repo").Select(name => folder[name])], [folder["overrides"]]));
}
