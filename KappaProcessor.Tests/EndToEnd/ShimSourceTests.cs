using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary>What the shim's text says, read by Python's own parser.</summary>
internal sealed class ShimSourceTests
{
    private static readonly string[] Inputs =
    [
        "NAME", "pkg_path", "version", "bundleid", "app_name", "custom_app", "enforcement_type",
        "enforcement_delays", "create_new", "dry_run", "prod_name", "test_name", "ss_category", "test_category",
        "enforcement_delay", "test_enforcement_delay", "test_enforcement_type", "blueprints", "test_blueprints",
        "preinstall_script", "postinstall_script", "restart", "active", "self_service_recommended", "show_in_self_service",
        "unzip_location", "update_settings", "force_upload", "KANDJI_API_URL",
    ];

    private static readonly string[] Outputs =
    [
        "kappa_results", "kappa_changed", "kandji_custom_app_id", "kandji_custom_app_name",
        "kandji_custom_app_url", "kappa_summary_result", "kappa_test_summary_result",
    ];

    [Test]
    public async Task Declares_the_variables_that_are_documented()
    {
        var source = await ReadAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(source["input_variables"]!), Is.EquivalentTo(Inputs));
            Assert.That(Names(source["output_variables"]!), Is.EquivalentTo(Outputs));
        }
    }

    [Test]
    public async Task Only_the_recipes_name_is_required()
    {
        var source = await ReadAsync();

        var required = source["input_variables"]!.Children<JProperty>()
            .Where(one => (bool)one.Value["required"]!);

        Assert.That(required.Select(one => one.Name), Is.EqualTo(["NAME"]));
    }

    [Test]
    public async Task Every_variable_has_a_description()
    {
        var source = await ReadAsync();

        var descriptions = source["input_variables"]!.Concat(source["output_variables"]!).Cast<JProperty>()
            .Select(one => (string?)one.Value["description"]);

        Assert.That(descriptions, Has.All.Match("^[A-Z].*\\.$"));
    }

    [Test]
    public async Task Needs_nothing_but_Pythons_own_library_and_AutoPkg()
    {
        var source = await ReadAsync();

        Assert.That(source["foreign"]!.Values<string>(), Is.EqualTo(["autopkglib"]));
    }

    private static IEnumerable<string> Names(JToken variables) =>
        variables.Children<JProperty>().Select(one => one.Name);

    private static Task<JObject> ReadAsync() =>
        Python.ReadJsonAsync("read_processor.py", SourceTree.At("shim", "KAPPA.py"));
}
