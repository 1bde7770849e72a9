using Kappa.Configuration;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Configuration;

/// <summary>The examples and the editors' schemas beside the shim say what the code does.</summary>
internal sealed class ShippedFilesTests
{
    [Test]
    public void The_example_configuration_needs_nothing_but_a_tenant()
    {
        var text = Some.RepositoryText("shim/config.example.json").Replace(
            "TENANT", "acme", StringComparison.Ordinal);

        var config = Some.ParsedConfig(text);
        var settings = SettingsResolver.Resolve(
            new SettingsSources { Request = Some.RunRequest(), Config = config }, new SettingsProblems());

        Assert.That(config.Notes, Is.Empty);
        Assert.That(settings.Targets[0].Enforcement, Is.EqualTo(Enforcement.AuditEnforce));
    }

    [Test]
    public void The_example_map_is_in_order()
    {
        var map = Some.MapFile(Some.RepositoryText("shim/recipe_map.example.json"));

        Assert.That(
            map.Entries.Select(entry => entry.Key), Is.EqualTo(["Firefox.pkg", "Slack.pkg", "Zoom.pkg"]));
        Assert.That(map.Entries.SelectMany(entry => entry.Notes), Is.Empty);
    }

    [Test]
    public void The_example_package_map_is_in_order()
    {
        var map = Some.MapFile(Some.RepositoryText("shim/package_map.example.json"));

        Assert.That(
            map.Entries.Select(entry => entry.Key),
            Is.EqualTo(["org.mozilla.firefox", "com.tinyspeck.slackmacgap", "us.zoom.pkg.videomeeting"]));
        Assert.That(map.Entries.SelectMany(entry => entry.Notes), Is.Empty);
    }

    [Test]
    public void The_schema_has_the_keys_of_the_configuration_and_no_others() =>
        Assert.That(
            Leaves(Schema("config")).Select(leaf => leaf.Path),
            Is.EquivalentTo(ConfigKeys.All.SelectMany(key => key.Paths).Append("$schema")));

    [Test]
    public void The_schema_has_the_keys_of_a_maps_entry_and_no_others() =>
        Assert.That(
            Leaves((JObject)Schema("recipe_map")["$defs"]!["entry"]!).Select(leaf => leaf.Path),
            Is.EquivalentTo(StatedKeys.All.SelectMany(key => key.Paths)));

    [Test]
    public void The_schemas_agree_on_the_types()
    {
        var leaves = Leaves(Schema("config")).Concat(
            Leaves((JObject)Schema("recipe_map")["$defs"]!["entry"]!)).ToList();
        var keys = ConfigKeys.All.Concat(StatedKeys.All).SelectMany(
            key => key.Paths.Select(path => (path, key.Type)));

        Assert.That(
            keys.Where(key => Types(leaves.First(leaf => leaf.Path == key.path).Schema) != Wanted(key.Type)),
            Is.Empty);
    }

    [Test]
    public void The_schema_offers_the_words_of_enforcement_and_deadline()
    {
        var schema = Schema("config");
        var words = Enforcement.All.Select(one => one.ConfigWord).Union(
            Enforcement.All.Select(one => one.ApiWord));

        using var claims = Assert.EnterMultipleScope();
        Assert.That(Words(schema, "li_enforcement.type"), Is.EquivalentTo(words));
        Assert.That(Words(schema, "li_enforcement.deadline"), Is.EquivalentTo(DeadlinePolicies.Words));
    }

    [Test]
    public void The_schema_tells_the_defaults()
    {
        var told = Leaves(Schema("config")).ToDictionary(
            leaf => leaf.Path, leaf => leaf.Schema["default"]?.ToString());

        Assert.That(
            ConfigKeys.All.Select(key => (key.Name, key.Default?.ToUpperInvariant())),
            Is.EqualTo(ConfigKeys.All.Select(key => (key.Name, told[key.Name]?.ToUpperInvariant()))));
    }

    private static JObject Schema(string name) => JObject.Parse(
        Some.RepositoryText($"shim/{name}.schema.json"));

    private static IEnumerable<string> Words(JObject schema, string path) =>
        Leaves(schema).Single(leaf => leaf.Path == path).Schema["enum"]!.Values<string>().OfType<string>();

    /// <summary>All properties that have none of their own, by their path.</summary>
    private static IEnumerable<(string Path, JObject Schema)> Leaves(JObject root) => Leaves(root, root, "");

    private static IEnumerable<(string Path, JObject Schema)> Leaves(
        JObject root, JObject level, string prefix)
    {
        foreach (var property in ((JObject)level["properties"]!).Properties())
        {
            var schema = (JObject)property.Value;
            schema = schema["$ref"] is { } reference
                ? (JObject)root.SelectToken(((string)reference!)["#/".Length..].Replace('/', '.'))!
                : schema;
            var below = schema["properties"] is null
                ? [(prefix + property.Name, schema)]
                : Leaves(root, schema, $"{prefix}{property.Name}.");
            foreach (var leaf in below)
            {
                yield return leaf;
            }
        }
    }

    private static string Types(JObject schema) => schema switch
    {
        _ when schema["enum"] is not null => "enum",
        _ when schema["type"] is JArray several => string.Join(' ', several.Values<string>()),
        _ => (string)schema["type"]!,
    };

    private static string Wanted(SettingType type) => type switch
    {
        SettingType.Flag => "boolean",
        SettingType.Whole => "integer string",
        SettingType.Texts => "string array",
        SettingType.Choice => "enum",
        _ => "string",
    };
}
