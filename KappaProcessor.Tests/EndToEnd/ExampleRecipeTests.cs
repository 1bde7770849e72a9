using System.Text.RegularExpressions;
using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

internal sealed class ExampleRecipeTests
{
    private static string[] Examples =>
        [.. Directory.EnumerateFiles(SourceTree.At("recipes"), "*.recipe*").Select(Path.GetFileName)!];

    private static IReadOnlyList<ExampleRecipe> Children => ExampleRecipe.All;

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_has_what_AutoPkgs_community_expects(string name)
    {
        var recipe = await ReadAsync(name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)recipe["Description"], Is.Not.Empty);
            Assert.That(
                (string?)recipe["Identifier"], Does.Match(@"^(io\.kandji\.kappa\.recipes|local\.kandji)\.[\w-]+$"));
            Assert.That((string?)recipe["ParentRecipe"], Is.Not.Empty.And.Not.EqualTo((string?)recipe["Identifier"]));
            Assert.That((string?)recipe["MinimumVersion"], Is.EqualTo("2.7"));
            Assert.That((JObject?)recipe["Input"], Is.Not.Empty);
        }
    }

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_sets_only_variables_that_there_are(string name)
    {
        var recipe = await ReadAsync(name);
        var declared = await Python.ReadJsonAsync("read_processor.py", SourceTree.At("shim", "KAPPA.py"));

        Assert.That(Names(recipe["Input"]!), Is.SubsetOf(Names(declared["input_variables"]!)));
    }

    [TestCaseSource(nameof(Examples))]
    public void An_example_has_no_space_at_the_end_of_a_line(string name) =>
        Assert.That(File.ReadAllLines(SourceTree.At("recipes", name)), Has.None.Match(@"\s$"));

    [Test]
    public async Task No_two_examples_have_one_identifier()
    {
        var recipes = await Task.WhenAll(Examples.Select(ReadAsync));

        Assert.That(recipes.Select(recipe => (string?)recipe["Identifier"]), Is.Unique);
    }

    [TestCaseSource(nameof(Children))]
    public async Task A_child_is_what_kappa_recipe_writes(ExampleRecipe example)
    {
        using var world = new RecipeWorld();
        var parent = world.Write($"{example.Parent}.recipe", example.ParentPlist);

        var run = await world.WriteChildAsync(
            [parent, "--identifier-prefix", "io.kandji.kappa.recipes", .. example.Options]);

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(
            File.ReadAllText(world[$"output/{example.File}"]),
            Is.EqualTo(File.ReadAllText(SourceTree.At("recipes", example.File))));
    }

    [TestCaseSource(nameof(Children))]
    [Category(BuiltExecutable.Category)]
    public async Task A_child_plans_its_Custom_App_in_a_dry_run(ExampleRecipe example)
    {
        await using var run = await RecipeRun.StartAsync();
        using var shim = new ShimUnderTest();
        await ReadAsync(example.File);
        shim.Variables["KAPPA_EXECUTABLE"] = BuiltExecutable.Path;
        shim.Variables["KANDJI_API_URL"] = run.Sandbox.Origin.AbsoluteUri;
        shim.Variables["KANDJI_TOKEN"] = RecipeRun.Token;
        var parent = run.Folder.Write("parent.recipe", example.ParentPlist);

        var result = await shim.RunAsync(
            $"""
            from recipe_env import environment
            env = environment(
                "{parent}", "{SourceTree.At("recipes", example.File)}",
                pkg_path="{run.Environment["pkg_path"]}", verbose=1, dry_run="true")
            """);

        Assert.That(result.Error, Is.Null);
        Assert.That(result.Environment, Does.Contain("\"planned\""));
        Assert.That(run.Steps, Has.None.EqualTo(SandboxStep.Create).And.None.EqualTo(SandboxStep.Upload));
    }

    [Test]
    public void There_are_no_children_but_these() => Assert.That(
        Examples.Where(name => !name.Contains('-', StringComparison.Ordinal)),
        Is.EquivalentTo(Children.Select(example => example.File)));

    [Test]
    public void The_recipe_list_names_every_child() => Assert.That(
        File.ReadLines(SourceTree.At("recipes", "recipe_list.txt")).Where(line => !line.StartsWith('#')),
        Is.EqualTo(Children.Select(example => example.Name)));

    [TestCaseSource(nameof(Children))]
    public void The_README_tells_where_the_parent_is(ExampleRecipe example) => Assert.That(
        File.ReadAllText(SourceTree.At("recipes", "README.md")),
        Does.Match($@"\| `{Regex.Escape(example.File)}` \| [^|]*{Regex.Escape(example.Parent)}\.recipe"));

    private static IEnumerable<string> Names(JToken variables) =>
        variables.Children<JProperty>().Select(one => one.Name);

    /// <summary>Skips where Python has no YAML.</summary>
    private static async Task<JObject> ReadAsync(string name) =>
        await Python.ReadJsonAsync("read_recipe.py", SourceTree.At("recipes", name));
}
