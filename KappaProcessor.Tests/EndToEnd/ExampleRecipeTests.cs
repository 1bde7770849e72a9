using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

internal sealed class ExampleRecipeTests
{
    private static string[] Examples =>
        [.. Directory.EnumerateFiles(SourceTree.At("recipes"), "*.recipe*").Select(Path.GetFileName)!];

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_has_what_AutoPkgs_community_expects(string name)
    {
        var recipe = await ReadAsync(name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)recipe["Description"], Is.Not.Empty);
            Assert.That(
                (string?)recipe["Identifier"], Does.Match(@"^(io\.kandji\.kappa\.recipes|local\.kandji)\.[\w-]+$"));
            Assert.That((string?)recipe["ParentRecipe"], Is.Not.Empty);
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

    private static IEnumerable<string> Names(JToken variables) =>
        variables.Children<JProperty>().Select(one => one.Name);

    private static async Task<JObject> ReadAsync(string name) =>
        await Python.ReadJsonAsync("read_recipe.py", SourceTree.At("recipes", name));
}
