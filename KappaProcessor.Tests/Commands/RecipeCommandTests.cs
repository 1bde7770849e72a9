using Kappa.Tests.Support;

namespace Kappa.Tests.Commands;

internal sealed class RecipeCommandTests
{
    private readonly RecipeWorld world = new();

    [TearDown]
    public void RemoveWorld() => world.Dispose();

    [Test]
    public async Task Writes_a_child_and_leaves_the_parent_alone()
    {
        var parent = world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");
        var before = File.ReadAllText(parent);

        var run = await world.WriteChildAsync("Firefox.pkg", "--category", "Apps");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(
            File.ReadAllText(world["output/Firefox.kandji.recipe"]),
            Does.Contain("<string>com.example.pkg.Firefox</string>").And.Contain("<string>Apps</string>"));
        Assert.That(File.ReadAllText(parent), Is.EqualTo(before));
        Assert.That(Directory.GetFileSystemEntries(world.Output), Has.Length.EqualTo(1), "no draft is left");
    }

    [Test]
    public async Task Says_what_to_do_next()
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");

        var run = await world.RunAsync("Firefox.pkg", "--output", world["Library/AutoPkg/Recipes"]);

        Assert.That(run.Output, Is.EqualTo(
            """
            Wrote HOME/Library/AutoPkg/Recipes/Firefox.kandji.recipe, a child of com.example.pkg.Firefox.
            To see what it would do: autopkg run -v -k dry_run=true Firefox.kandji

            """));
    }

    [Test]
    public async Task Says_that_AutoPkg_does_not_look_there()
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");

        var run = await world.WriteChildAsync(
            "Firefox.pkg", "--search-dir", world["Library/AutoPkg/RecipeRepos/com.github.recipes"]);

        Assert.That(run.Output, Does.Contain(
            "AutoPkg does not look there; move it to HOME/Library/AutoPkg/RecipeRepos/com.github.recipes."));
    }

    [TestCase(".recipe")]
    [TestCase(".recipe.plist")]
    [TestCase(".recipe.yaml")]
    public async Task Overwrites_nothing_that_AutoPkg_would_take_for_it(string suffix)
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");
        var taken = world.Write($"output/Firefox.kandji{suffix}", "mine");

        var run = await world.WriteChildAsync("Firefox.pkg");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.Contain($"HOME/output/Firefox.kandji{suffix} is there already."));
        Assert.That(Directory.GetFiles(world.Output), Is.EqualTo([taken]));
    }

    [Test]
    public async Task One_that_fails_does_not_stop_the_others()
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");
        world.WriteRecipe("Zoom.pkg", "com.example.pkg.Zoom");

        var run = await world.WriteChildAsync("Firefox.pkg", "Nothing.pkg", "Zoom.pkg");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.StartWith("ERROR: Nothing.pkg: There is no recipe Nothing.pkg"));
        Assert.That(Directory.GetFiles(world.Output), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_is_a_sentence()
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");
        world.Write("output", "a file");

        var run = await world.WriteChildAsync("Firefox.pkg");

        Assert.That(run.Errors, Does.Contain("HOME/output/Firefox.kandji.recipe cannot be written"));
    }

    [Test]
    public async Task A_dry_run_prints_the_recipe_and_writes_nothing()
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");

        var run = await world.WriteChildAsync(
            "Firefox.pkg", "--yaml", "--dry-run", "--delay", "7", "--blueprint", "R & D");

        Assert.That(Directory.Exists(world.Output), Is.False);
        Assert.That(run.Errors, Is.EqualTo("Would write HOME/output/Firefox.kandji.recipe.yaml:\n"));
        Golden.Matches(run.Output, "recipe/child.yaml");
    }

    [Test]
    public async Task A_recipe_with_the_step_is_refused_and_override_is_the_hint()
    {
        WriteChild();

        var run = await world.WriteChildAsync("Firefox.kandji");

        Assert.That(run.Errors, Does.Contain("has the step io.kandji.kappa/KAPPA already. Use --override"));
    }

    [TestCase("Firefox.kandji", "com.example.kandji.Firefox")]
    [TestCase("Plain.pkg", "local.kandji.Plain")]
    public async Task An_override_is_of_the_recipe_that_has_the_step(string given, string parent)
    {
        WriteChild();
        world.WriteRecipe("Plain.pkg", "com.example.pkg.Plain");

        var run = await world.RunAsync(given, "--override", "--delay", "7", "--dry-run");

        Assert.That(run.Output, Does.Contain($"<string>{parent}</string>"), run.Errors);
    }

    [Test]
    public async Task An_override_goes_to_AutoPkgs_overrides_and_leaves_trust_to_AutoPkg()
    {
        WriteChild();

        var run = await world.RunAsync("Firefox.kandji", "--override", "--delay", "7");

        Assert.That(
            run.Output,
            Does.Contain("HOME/Library/AutoPkg/RecipeOverrides/Firefox.kandji.recipe, an override of")
                .And.EndsWith("autopkg update-trust-info Firefox.kandji\n"));
    }

    [TestCase("Firefox.munki", "makes no package, by its name. If there is a Firefox.pkg")]
    [TestCase("com.example.pkg.Unseen", "the identifier is taken as it is")]
    public async Task What_may_not_work_is_a_warning(string given, string warning)
    {
        world.WriteRecipe("Firefox.munki", "com.example.munki.Firefox");

        var run = await world.WriteChildAsync(given);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Errors, Does.StartWith("WARNING: ").And.Contain(warning));
    }

    [TestCase("--enforcement is 'always', not audit_enforce, install_once", "--enforcement", "always")]
    [TestCase("--delay is 366; give whole days, 0 to 365.", "--delay", "366")]
    [TestCase("--test-delay is -1; give whole days, 0 to 365.", "--test-delay=-1")]
    [TestCase("the same as --prod-name", "--prod-name", "A", "--test-name", "A")]
    [TestCase("--test-category is blank.", "--test-category", " ")]
    [TestCase("--blueprint has a line break or another control character in it.", "--blueprint", "a\nb")]
    [TestCase("--prod-name is 'A' for several recipes", "--prod-name", "A", "Zoom.pkg")]
    [TestCase("An override without a value would change nothing.", "--override")]
    [TestCase("--identifier-prefix is 'a..b'.", "--identifier-prefix", "a..b")]
    [TestCase("There is no option --colour.", "--colour", "red")]
    public async Task A_wrong_command_line_is_told_before_anything_is_written(string sentence, params string[] arguments)
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");

        var run = await world.WriteChildAsync(["Firefox.pkg", .. arguments]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain(sentence));
        Assert.That(Directory.Exists(world.Output), Is.False);
    }

    [Test]
    public async Task Several_recipes_share_a_name_that_has_NAME_in_it()
    {
        world.WriteRecipe("Firefox.pkg", "com.example.pkg.Firefox");
        world.WriteRecipe("Zoom.pkg", "com.example.pkg.Zoom");

        var run = await world.WriteChildAsync("Firefox.pkg", "Zoom.pkg", "--test-name", "%NAME% (Pilot)");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
    }

    private void WriteChild() => world.WriteRecipe(
        "Firefox.kandji",
        "com.example.kandji.Firefox",
        "<key>Process</key><array><dict><key>Processor</key><string>io.kandji.kappa/KAPPA</string></dict></array>");
}
