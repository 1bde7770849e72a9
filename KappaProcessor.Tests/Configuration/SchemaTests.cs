using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

/// <summary>The schemas beside the shim as an editor uses them, here by Python's jsonschema.</summary>
internal sealed class SchemaTests
{
    [TestCase("config")]
    [TestCase("recipe_map")]
    [TestCase("package_map")]
    public async Task The_example_is_what_its_schema_asks_for(string name) =>
        Assert.That(
            await ErrorsAsync(name, SourceTree.At("shim", $"{name}.example.json")),
            Is.Empty);

    [TestCase("config", """{ "zz_default": {} }""", "zz_default")]
    [TestCase("config", """{ "li_enforcement": { "type": "audit" } }""", "li_enforcement.type")]
    [TestCase("config", """{ "li_enforcement": { "delays": { "prod": 400 } } }""", "delays.prod")]
    [TestCase("config", """{ "use_recipe_map": "yes" }""", "use_recipe_map")]
    [TestCase("recipe_map", """{ "Firefox.pkg": { "prodname": "Firefox" } }""", "prodname")]
    [TestCase("recipe_map", """{ "Firefox.pkg": "Firefox" }""", "Firefox.pkg")]
    [TestCase("package_map", """{ "org.mozilla.firefox": { "ss_categry": "Apps" } }""", "ss_categry")]
    [TestCase("package_map", """{ "org.mozilla.firefox": { "blueprints": [7] } }""", "blueprints")]
    public async Task A_mistake_is_marked_where_it_is(string name, string document, string place)
    {
        using var folder = new TempFolder();

        var errors = await ErrorsAsync(name, folder.Write("document.json", document));

        Assert.That(errors, Has.Some.Contains(place));
    }

    private static async Task<IEnumerable<string?>> ErrorsAsync(string name, string document)
    {
        var schema = SourceTree.At("shim", $"{name}.schema.json");
        var result = await Python.ReadJsonAsync("validate_json.py", $"{schema}={document}");
        return result["errors"]!.Select(error => (string?)error);
    }
}
