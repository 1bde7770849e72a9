using Kappa.AutoPkg;
using Kappa.Configuration;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.AutoPkg;

/// <summary>What is written is read back with the readers that AutoPkg has, Python's plistlib and PyYAML.</summary>
internal sealed class RecipeDocumentTests
{
    private static readonly ParentRecipe Firefox = new("com.example.pkg.Firefox", "Firefox.pkg")
    {
        Path = "/recipes/Firefox.pkg.recipe",
        InputName = "Firefox",
    };

    private static IEnumerable<TestCaseData> HostileValues => new[]
        {
            "it's \"quoted\"", "R & D <b>]]>", "🦊 Firefox ünï", "100 % sure", "%NAME% (Pilot)",
            "key: value", "a #b", "- item", "-x", "#1", "yes", "No", "on", "~", "null", "007", "1e3", "0x1F", "1_000", "2026-01-31", "12:30",
            ".5", "=", "<<", "!tag", "&a", "*a", "@x", "`x`", "{a: b}", "[a]", "a, b", "C:\\dir\\new", "trailing ",
            " leading", "tab\there", "\u2028line", "\ufeffbom", "?", ":", "|", ">", "'", "\"", "\\", "%", "y", "a:",
            "Infinity", "--- x", "...", "Apps",
        }
        .SelectMany(value => new[] { new TestCaseData(value, false), new TestCaseData(value, true) });

    [TestCaseSource(nameof(HostileValues))]
    public async Task A_value_survives(string value, bool isYaml)
    {
        var recipe = await ReadAsync(
            ChildRecipe.Of(Firefox, "local.kandji", Stated(value)), isYaml);

        var input = (JObject)recipe["Input"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)input["ss_category"], Is.EqualTo(value));
            Assert.That(input["ss_category"]!.Type, Is.EqualTo(JTokenType.String));
            Assert.That(input["blueprints"], Is.EqualTo(new JArray(value, "x")).Using(new JTokenEqualityComparer()));
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Both_formats_say_the_same(bool isYaml)
    {
        var stated = Stated("Apps") with { Test = new StatedVariant { DelayDays = 0 } };

        var recipe = await ReadAsync(ChildRecipe.Of(Firefox, "local.kandji", stated), isYaml);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)recipe["Identifier"], Is.EqualTo("local.kandji.Firefox"));
            Assert.That((string?)recipe["ParentRecipe"], Is.EqualTo("com.example.pkg.Firefox"));
            Assert.That(recipe["MinimumVersion"]!.Type, Is.EqualTo(JTokenType.String));
            Assert.That((string?)recipe["Description"], Does.StartWith("Runs Firefox.pkg").And.Contain(".\n\nWorth"));
            Assert.That((int?)recipe["Input"]!["test_enforcement_delay"], Is.Zero);
            Assert.That((string?)recipe["Input"]!["enforcement_delay"], Is.Empty);
            Assert.That((string?)recipe["Process"]![0]!["Processor"], Is.EqualTo("io.kandji.kappa/KAPPA"));
        }
    }

    /// <summary>AutoPkg breaks off with a TypeError where a number or array is to replace a %VAR%.</summary>
    [Test]
    public async Task Only_what_is_always_text_goes_through_Arguments()
    {
        var recipe = await ReadAsync(ChildRecipe.Of(Firefox, "local.kandji", new StatedSettings()), isYaml: false);

        Assert.That(((JObject)recipe["Process"]![0]!["Arguments"]!).Properties().Select(one => one.Name), Is.EqualTo(
        [
            "prod_name", "test_name", "ss_category", "test_category", "enforcement_type", "test_enforcement_type",
        ]));
    }

    [Test]
    public async Task An_override_has_what_make_override_gives_it_without_trust_info()
    {
        var stated = new StatedSettings { Prod = new StatedVariant { Category = "Apps", DelayDays = 7 } };

        var recipe = await ReadAsync(RecipeOverride.Of("Firefox.kandji", "com.x.Firefox", stated), isYaml: false);

        Assert.That(recipe.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo(
            """
            {"Identifier":"local.kandji.Firefox","Input":{"enforcement_delay":7,"ss_category":"Apps"},"ParentRecipe":"com.x.Firefox"}
            """));
    }

    [Test]
    public void An_override_is_never_its_own_parent() => Assert.That(
        RecipeOverride.Of("Firefox.kandji", "local.kandji.Firefox", new StatedSettings()).Identifier,
        Is.EqualTo("local.kandji.Firefox.override"));

    [TestCase("Firefox")]
    [TestCase("%NAME%")]
    public void The_same_name_for_both_is_an_error(string test)
    {
        var stated = new StatedSettings
        {
            Prod = new StatedVariant { Name = "Firefox" },
            Test = new StatedVariant { Name = test },
        };

        Assert.That(
            () => ChildRecipe.Of(Firefox, "local.kandji", stated),
            Throws.InstanceOf<KappaException>().With.Message.Contains("the same as prod_name"));
    }

    [TestCase("%NAME% (Pilot)", 0)]
    [TestCase("100 %", 0)]
    [TestCase("50% off, 20% more", 0)]
    [TestCase("Firefox %version%", 1)]
    public void A_reference_that_not_every_recipe_has_is_warned_of(string name, int warnings)
    {
        var stated = new StatedSettings { Prod = new StatedVariant { Name = name } };

        Assert.That(RecipeInput.Doubts(stated).Count(), Is.EqualTo(warnings));
    }

    private static StatedSettings Stated(string value) => new()
    {
        Prod = new StatedVariant
        {
            Name = value,
            Category = value,
            Enforcement = Enforcement.InstallOnce,
            Blueprints = [value, "x"],
        },
    };

    private static async Task<JObject> ReadAsync(RecipeDocument document, bool isYaml)
    {
        using var folder = new TempFolder();
        var path = folder.Write(document.FileName(isYaml), document.ToText(isYaml));
        return await Python.ReadJsonAsync("read_recipe.py", path);
    }
}
