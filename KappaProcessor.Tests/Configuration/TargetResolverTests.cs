using Kappa.Configuration;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class TargetResolverTests
{
    private static readonly StatedSettings BothNamed = new()
    {
        Prod = new StatedVariant { Name = "Firefox" },
        Test = new StatedVariant { Name = "Firefox (Test)" },
    };

    [TestCase(null, null, "default Firefox (AutoPkg)")]
    [TestCase("P", null, "prod P")]
    [TestCase(null, "T", "test T")]
    [TestCase("P", "T", "prod P, test T")]
    [TestCase(
        "Bob's \"App\"; $(rm) 🦊",
        null,
        "prod Bob's \"App\"; $(rm) 🦊",
        TestName = "Names are kept as they are")]
    public void Names_make_the_variants(string? prod, string? test, string variants)
    {
        var stated = new StatedSettings { Prod = new() { Name = prod }, Test = new() { Name = test } };

        var targets = Resolve(Some.SettingsSources(stated));

        Assert.That(
            string.Join(", ", targets.Select(target => $"{target.Variant.Word()} {target.Name}")),
            Is.EqualTo(variants));
    }

    [TestCase("APPNAME (AutoPkg)", "Firefox (AutoPkg)")]
    [TestCase("APPNAME", "Firefox")]
    [TestCase("IT: APPNAME/APPNAME", "IT: Firefox/Firefox")]
    public void The_default_name_follows_the_pattern(string pattern, string name) =>
        Assert.That(
            Resolve(Some.SettingsSources(config: $"zz_defaults: {{ new_app_naming: '{pattern}' }}"))[0].Name,
            Is.EqualTo(name));

    [Test]
    public void The_same_name_for_both_variants_is_an_error()
    {
        var stated = new StatedSettings { Prod = new() { Name = "F" }, Test = new() { Name = "F" } };

        Assert.That(
            () => Resolve(Some.SettingsSources(stated)),
            Throws.TypeOf<KappaException>().With.Message.Contains("test_name is 'F', the same as prod_name"));
    }

    [Test]
    public void A_default_name_that_Kandji_does_not_take_is_an_error()
    {
        var request = Some.RunRequest() with { Name = new string('x', 250) };

        Assert.That(
            () => Resolve(Some.SettingsSources() with { Request = request }),
            Throws.TypeOf<KappaException>().With.Message.Contains("new_app_naming has 260 characters"));
    }

    [TestCase("recipe", "map", "recipe")]
    [TestCase(null, "map", "map")]
    [TestCase(null, null, null)]
    public void The_recipe_wins_over_the_map_value_by_value(string? recipe, string? map, string? category)
    {
        var sources = Some.SettingsSources(
            new StatedSettings { Prod = new() { Name = "Recipe's name", Category = recipe } }) with
        {
            Map = Some.MapMatch($$"""{ "prod_name": "Map's", "ss_category": "{{map}}", "test_name": "T" }"""),
        };

        var targets = Resolve(sources);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(targets.Select(target => target.Name), Is.EqualTo(["Recipe's name", "T"]));
        Assert.That(targets[0].Category, Is.EqualTo(category));
    }

    // the recipe's type and test type, the map's two, the configured one → prod's and test's enforcement
    [TestCase(null, null, null, null, null, "install_once!", "install_once!", TestName = "Nobody says")]
    [TestCase(null, null, null, null, "audit_enforce", "audit_enforce!", "audit_enforce!")]
    [TestCase("self_service", null, null, null, "audit_enforce", "self_service", "self_service")]
    [TestCase(null, null, "self_service", null, "audit_enforce", "self_service", "self_service")]
    [TestCase("audit_enforce", null, "self_service", null, "install_once", "audit_enforce", "audit_enforce")]
    [TestCase(null, "self_service", null, null, "audit_enforce", "audit_enforce!", "self_service")]
    [TestCase("audit_enforce", "self_service", null, null, null, "audit_enforce", "self_service")]
    [TestCase("audit_enforce", null, null, "self_service", null, "audit_enforce", "self_service")]
    [TestCase(null, "install_once", null, "self_service", null, "install_once!", "install_once")]
    public void Enforcement_comes_from_the_strongest_source_for_each_variant(
        string? type,
        string? testType,
        string? mapType,
        string? mapTestType,
        string? configured,
        string prod,
        string test)
    {
        var sources = new SettingsSources
        {
            Request = Some.RunRequest(WithTypes(type, testType)),
            Config = new ConfigFile { Enforcement = Enforcement.TryParse(configured) },
            Map = new MapMatch(
                new MapEntry("Firefox.pkg", Some.RecipeMapPath, WithTypes(mapType, mapTestType), []), []),
        };

        var targets = Resolve(sources);

        Assert.That(targets.Select(Describe), Is.EqualTo([prod, test]));
    }

    [TestCase("Apps", null, null, "self_service", "audit_enforce!")]
    [TestCase(null, "Apps", null, "audit_enforce!", "self_service")]
    [TestCase("Apps", "Apps", null, "self_service", "self_service")]
    [TestCase("Apps", "Apps", false, "self_service", "self_service")]
    [TestCase(
        "Apps",
        "Apps",
        true,
        "audit_enforce!",
        "audit_enforce!",
        TestName = "show_in_self_service keeps the enforcement")]
    [TestCase(null, null, true, "audit_enforce!", "audit_enforce!")]
    public void A_category_makes_its_own_variant_self_service(
        string? category, string? testCategory, bool? show, string prod, string test)
    {
        var stated = BothNamed with
        {
            Prod = BothNamed.Prod with { Category = category },
            Test = BothNamed.Test with { Category = testCategory },
            ShowInSelfService = show,
        };

        var targets = Resolve(Some.SettingsSources(stated, """li_enforcement: { type: "audit_enforce" }"""));

        Assert.That(targets.Select(Describe), Is.EqualTo([prod, test]));
    }

    [Test]
    public void A_category_wins_over_a_stated_type_as_in_KAPPA()
    {
        var prod = new StatedVariant { Category = "Apps", Enforcement = Enforcement.AuditEnforce };
        var stated = new StatedSettings { Prod = prod };

        Assert.That(
            Resolve(Some.SettingsSources(stated))[0].Enforcement, Is.EqualTo(Enforcement.SelfService));
    }

    [Test]
    public void With_show_in_self_service_a_stated_type_holds_beside_the_category()
    {
        var stated = new StatedSettings
        {
            Prod = new() { Category = "Apps", Enforcement = Enforcement.AuditEnforce },
            ShowInSelfService = true,
        };

        var target = Resolve(Some.SettingsSources(stated))[0];

        Assert.That(target, Has.Property("Enforcement").EqualTo(Enforcement.AuditEnforce)
            .And.Property("ShowInSelfService").True
            .And.Property("Category").EqualTo("Apps"));
    }

    [Test]
    public void An_app_that_is_self_service_anyway_cannot_be_hidden()
    {
        var prod = new StatedVariant { Enforcement = Enforcement.SelfService };
        var stated = new StatedSettings { Prod = prod, ShowInSelfService = false };

        Assert.That(Resolve(Some.SettingsSources(stated))[0].ShowInSelfService, Is.Null);
    }

    // recipe's prod and test delay, configured ones → prod's and test's days
    [TestCase(null, null, null, null, "3, 3")]
    [TestCase(null, null, 5, 0, "5, 0")]
    [TestCase(7, null, 5, 0, "7!, 0")]
    [TestCase(null, 1, 5, 0, "5, 1!")]
    [TestCase(0, null, 5, null, "0!, 3")]
    public void Delays_are_for_each_variant(
        int? prod, int? test, int? configuredProd, int? configuredTest, string days)
    {
        var sources = new SettingsSources
        {
            Request = Some.RunRequest(BothNamed with
            {
                Prod = BothNamed.Prod with { DelayDays = prod },
                Test = BothNamed.Test with { DelayDays = test },
            }),
            Config = new ConfigFile { ProdDelayDays = configuredProd, TestDelayDays = configuredTest },
        };

        var targets = Resolve(sources).Select(
            target => $"{target.DelayDays}{(target.DelayIsStated ? "!" : "")}");

        Assert.That(string.Join(", ", targets), Is.EqualTo(days));
    }

    [Test]
    public void The_only_app_has_the_delay_and_category_of_prod()
    {
        var sources = new SettingsSources
        {
            Request = Some.RunRequest(),
            Config = new ConfigFile
            {
                ProdDelayDays = 5,
                TestDelayDays = 0,
                SelfServiceCategory = "A",
                TestSelfServiceCategory = "B",
            },
        };

        Assert.That(
            Resolve(sources)[0],
            Has.Property("DelayDays").EqualTo(5).And.Property("FallbackCategory").EqualTo("A"));
    }

    [TestCase("", "Apps", "Utilities")]
    [TestCase("zz_defaults: { self_service_category: 'A', test_self_service_category: 'B' }", "A", "B")]
    public void Each_variant_has_a_category_to_fall_back_on(string config, string prod, string test) =>
        Assert.That(
            Resolve(Some.SettingsSources(BothNamed, config)).Select(target => target.FallbackCategory),
            Is.EqualTo([prod, test]));

    [Test]
    public void A_test_app_never_goes_into_the_Blueprints_of_everybody()
    {
        var stated = BothNamed with { Prod = BothNamed.Prod with { Blueprints = ["Everyone"] } };

        var targets = Resolve(Some.SettingsSources(stated));

        Assert.That(targets.Select(target => target.Blueprints.Count), Is.EqualTo([1, 0]));
    }

    [Test]
    public void An_empty_array_of_Blueprints_in_the_recipe_undoes_the_maps()
    {
        var sources = Some.SettingsSources(new StatedSettings { Prod = new() { Blueprints = [] } }) with
        {
            Map = Some.MapMatch("""{ "blueprints": ["Everyone"] }"""),
        };

        Assert.That(Resolve(sources)[0].Blueprints, Is.Empty);
    }

    [TestCase("/Recipe", "/Map", "/Config", "/Recipe", true)]
    [TestCase(null, "/Map", "/Config", "/Map", true)]
    [TestCase(null, null, "/Config", "/Config", false)]
    [TestCase(null, null, null, "/Applications", false)]
    public void The_unzip_location_knows_whether_it_was_stated(
        string? recipe, string? map, string? config, string location, bool stated)
    {
        var sources = new SettingsSources
        {
            Request = Some.RunRequest(new StatedSettings { UnzipLocation = recipe }),
            Map = Some.MapMatch(map is null ? "{}" : $$"""{ "unzip_location": "{{map}}" }"""),
            Config = new ConfigFile { UnzipLocation = config },
        };

        Assert.That(Resolve(sources)[0], Has.Property("UnzipLocation").EqualTo(location)
            .And.Property("UnzipLocationIsStated").EqualTo(stated));
    }

    [Test]
    public void What_is_said_of_all_apps_reaches_every_variant()
    {
        var sources = Some.SettingsSources(
            BothNamed with { Restart = true, Active = false, SelfServiceRecommended = true }) with
        {
            Scripts = new LoadedScripts { Preinstall = "#!/bin/sh\n", Postinstall = "#!/bin/zsh\n" },
        };

        Assert.That(Resolve(sources), Has.All.Property("Restart").True
            .And.All.Property("Active").False
            .And.All.Property("SelfServiceRecommended").True
            .And.All.Property("PreinstallScript").EqualTo("#!/bin/sh\n")
            .And.All.Property("PostinstallScript").EqualTo("#!/bin/zsh\n"));
    }

    [Test]
    public void What_nobody_says_stays_unsaid()
    {
        var silent = new AppTarget(AppVariant.Default, "Firefox (AutoPkg)")
        {
            Enforcement = Enforcement.InstallOnce,
            FallbackCategory = "Apps",
        };

        Assert.That(Resolve(Some.SettingsSources())[0], Is.EqualTo(silent));
    }

    private static StatedSettings WithTypes(string? type, string? testType) => BothNamed with
    {
        Prod = BothNamed.Prod with { Enforcement = Enforcement.TryParse(type) },
        Test = BothNamed.Test with { Enforcement = Enforcement.TryParse(testType) },
    };

    /// <summary>The enforcement, with "!" when neither recipe nor map stated it.</summary>
    private static string Describe(AppTarget target) =>
        target.EnforcementIsStated ? $"{target.Enforcement}" : $"{target.Enforcement}!";

    private static IReadOnlyList<AppTarget> Resolve(SettingsSources sources)
    {
        var problems = new SettingsProblems();
        var targets = TargetResolver.Resolve(sources, problems);
        problems.ThrowIfAny();
        return targets;
    }
}
