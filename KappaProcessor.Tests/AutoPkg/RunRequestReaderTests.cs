using Kappa.AutoPkg;
using Kappa.Configuration;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.AutoPkg;

internal sealed class RunRequestReaderTests
{
    [Test]
    public void Takes_what_a_plain_recipe_says()
    {
        var environment = Some.AutoPkgEnvironment(("app_name", "Firefox.app"), ("version", "128.0 \n"));

        var request = RunRequestReader.Read(environment);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(request.Name, Is.EqualTo("Firefox"));
        Assert.That(request.RecipeName, Is.EqualTo("Firefox.pkg"));
        Assert.That(request.RecipeFolders, Is.EqualTo(["/recipes"]));
        Assert.That(request.PackagePath, Is.EqualTo("/cache/Firefox-128.0.pkg"));
        Assert.That(request.Claims, Is.EqualTo(new InstallerClaims("Firefox.app", null, "128.0")));
        Assert.That(request.Verbosity, Is.EqualTo(1));
        Assert.That(request.Stated, Is.EqualTo(new StatedSettings()));
    }

    [TestCase(true, true)]
    [TestCase("true", true)]
    [TestCase("True", true)]
    [TestCase("Yes", true)]
    [TestCase("ON", true)]
    [TestCase("1", true)]
    [TestCase(" yes ", true)]
    [TestCase(1, true)]
    [TestCase(false, false)]
    [TestCase("FALSE", false)]
    [TestCase("no", false)]
    [TestCase("Off", false)]
    [TestCase("0", false)]
    [TestCase(0, false)]
    [TestCase("", false, TestName = "An empty text is absent")]
    public void Knows_every_way_to_write_a_boolean(object written, bool meant)
    {
        var environment = Some.AutoPkgEnvironment(("dry_run", written));

        var request = RunRequestReader.Read(environment);

        Assert.That(request.DryRun, Is.EqualTo(meant));
    }

    [TestCase("maybe", "'maybe'")]
    [TestCase("tru", "'tru'")]
    [TestCase("2", "'2'")]
    [TestCase(2, "2")]
    [TestCase(1.0, "1.0")]
    [TestCase(new object[] { "true" }, "an array")]
    public void A_word_that_is_neither_true_nor_false_is_never_a_live_run(object written, string shown)
    {
        var environment = Some.AutoPkgEnvironment(("dry_run", written));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.EqualTo(
                $"recipe Firefox.pkg: dry_run is {shown}, which is neither true nor false. "
                + "Write true or false."));
    }

    [TestCase("create_new")]
    [TestCase("update_settings")]
    [TestCase("force_upload")]
    [TestCase("restart")]
    [TestCase("active")]
    [TestCase("self_service_recommended")]
    [TestCase("show_in_self_service")]
    [TestCase("download_changed")]
    public void Every_boolean_is_checked(string variable)
    {
        var environment = Some.AutoPkgEnvironment((variable, "perhaps"));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.Contains(variable));
    }

    [TestCase(7, 7)]
    [TestCase("7", 7)]
    [TestCase(" 7 ", 7)]
    [TestCase(7.0, 7)]
    [TestCase(0, 0)]
    [TestCase("365", 365)]
    [TestCase("", null)]
    public void Knows_every_way_to_write_days(object written, int? meant)
    {
        var environment = Some.AutoPkgEnvironment(("enforcement_delay", written));

        var request = RunRequestReader.Read(environment);

        Assert.That(request.Stated.Prod.DelayDays, Is.EqualTo(meant));
    }

    [TestCase(-1)]
    [TestCase("-1")]
    [TestCase(366)]
    [TestCase(1.5)]
    [TestCase("1.5")]
    [TestCase("a week")]
    [TestCase("7 days")]
    [TestCase("99999999999999999999")]
    [TestCase(true)]
    public void Anything_but_a_whole_number_of_days_is_an_error(object written)
    {
        var environment = Some.AutoPkgEnvironment(
            ("enforcement_delays", Some.Pairs(("test", written))));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.Contains("enforcement_delays.test is ")
                .And.Message.Contains("not a whole number of 0 to 365"));
    }

    [TestCase(1.0, "1.0", TestName = "YAML makes a number of 1.0")]
    [TestCase(128.5, "128.5")]
    [TestCase(2024, "2024")]
    [TestCase("1.10", "1.10")]
    public void A_number_is_a_text_where_a_text_is_wanted(object written, string meant)
    {
        var environment = Some.AutoPkgEnvironment(("version", written));

        var request = RunRequestReader.Read(environment);

        Assert.That(request.Claims.Version, Is.EqualTo(meant));
    }

    [Test]
    public void A_flat_variable_wins_over_the_same_entry_of_a_dictionary()
    {
        var environment = Some.AutoPkgEnvironment(
            (
                "custom_app",
                Some.Pairs(("prod_name", "Old"), ("test_name", "Old (Test)"), ("ss_category", "Apps"))),
            ("enforcement_delays", Some.Pairs(("prod", 5), ("test", "0"))),
            ("prod_name", "New"),
            ("test_name", ""),
            ("enforcement_delay", 1));

        var stated = RunRequestReader.Read(environment).Stated;

        using var claims = Assert.EnterMultipleScope();
        Assert.That(
            stated.Prod, Is.EqualTo(new StatedVariant { Name = "New", Category = "Apps", DelayDays = 1 }));
        Assert.That(stated.Test, Is.EqualTo(new StatedVariant { Name = "Old (Test)", DelayDays = 0 }));
    }

    [TestCase("audit_enforce", "audit_enforce")]
    [TestCase("Install_Once", "install_once")]
    [TestCase("no_enforcement", "self_service", TestName = "A word of the API")]
    [TestCase(" continuously_enforce", "audit_enforce", TestName = "A word of the API with a space")]
    public void Knows_enforcement_in_both_vocabularies(string written, string meant)
    {
        var environment = Some.AutoPkgEnvironment(("enforcement_type", written));

        var request = RunRequestReader.Read(environment);

        Assert.That(request.Stated.Prod.Enforcement, Is.EqualTo(Enforcement.TryParse(meant)));
    }

    [Test]
    public void An_unknown_enforcement_in_a_recipe_is_a_warning_and_leaves_the_choice_to_the_configuration()
    {
        var environment = Some.AutoPkgEnvironment(("enforcement_type", "audit"));

        var request = RunRequestReader.Read(environment);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(request.Stated.Prod.Enforcement, Is.Null);
        Assert.That(request.Notes, Is.EqualTo(
        [
            Note.Warning("recipe Firefox.pkg: enforcement_type is 'audit', not audit_enforce, install_once "
                + "or self_service; the configured value is used instead."),
        ]));
    }

    [TestCase("One", new[] { "One" })]
    [TestCase(" One, Two#42 ,,One", new[] { "One", "Two#42" })]
    [TestCase(new object[] { "One, with comma", " Two " }, new[] { "One, with comma", "Two" })]
    [TestCase(new object[] { }, new string[0], TestName = "An empty array says: none")]
    public void Blueprints_come_as_an_array_or_with_commas(object written, string[] meant)
    {
        var environment = Some.AutoPkgEnvironment(("blueprints", written));

        var request = RunRequestReader.Read(environment);

        Assert.That(request.Stated.Prod.Blueprints, Is.EqualTo(meant));
    }

    [Test]
    public void An_empty_text_for_blueprints_says_nothing()
    {
        var environment = Some.AutoPkgEnvironment(("blueprints", ""));

        Assert.That(RunRequestReader.Read(environment).Stated.Prod.Blueprints, Is.Null);
    }

    [TestCase("/recipes/Firefox.pkg.recipe", "Firefox.pkg")]
    [TestCase("/recipes/Firefox.pkg.recipe.plist", "Firefox.pkg")]
    [TestCase("/recipes/Firefox.pkg.recipe.yaml", "Firefox.pkg")]
    [TestCase("/recipes/Fire.recipe.fox.recipe", "Fire.recipe.fox")]
    [TestCase("/recipes/Firefox", "Firefox")]
    [TestCase("", "Firefox", TestName = "NAME, as KAPPA did, without a path")]
    public void The_recipes_name_is_its_file_name_without_the_suffix(string path, string name)
    {
        var environment = Some.AutoPkgEnvironment(("RECIPE_PATH", path));

        Assert.That(RunRequestReader.Read(environment).RecipeName, Is.EqualTo(name));
    }

    [Test]
    public void Paths_of_an_override_lead_to_its_folder_and_then_to_its_parents()
    {
        var environment = Some.AutoPkgEnvironment(
            ("RECIPE_PATH", "/overrides/Firefox.pkg.recipe"),
            ("RECIPE_DIR", ""),
            ("PARENT_RECIPES", new object[] { "/repo/a, b/Firefox.pkg.recipe", "/repo/c/Firefox.recipe" }));

        var request = RunRequestReader.Read(environment);

        Assert.That(request.RecipeFolders, Is.EqualTo(["/overrides", "/repo/a, b", "/repo/c"]));
    }

    [Test]
    public void Variables_of_other_processors_are_nobodys_business()
    {
        var environment = Some.AutoPkgEnvironment(
            ("url", "https://example.com/%version%"), ("RECIPE_REPOS", Some.Pairs(("a", "b"))));

        Assert.That(RunRequestReader.Read(environment).Notes, Is.Empty);
    }

    [Test]
    public void A_typing_error_in_custom_app_is_a_warning_with_the_nearest_key()
    {
        var environment = Some.AutoPkgEnvironment(
            ("custom_app", Some.Pairs(("testname", "Firefox (Test)"), ("enforcement_type", "install_once"))));

        var request = RunRequestReader.Read(environment);

        Assert.That(request.Notes.Select(note => note.Text), Is.EqualTo(
        [
            "recipe Firefox.pkg: custom_app.testname is unknown and ignored; "
                + "the nearest known is custom_app.test_name.",
            "recipe Firefox.pkg: custom_app.enforcement_type is unknown and ignored; "
                + "the nearest known is enforcement_type.",
        ]));
    }

    [TestCase("custom_app", "Firefox", "custom_app is 'Firefox', not a dictionary")]
    [TestCase("prod_name", true, "prod_name is true, not a text")]
    [TestCase("prod_name", new object[] { "a" }, "prod_name is an array, not a text")]
    [TestCase("prod_name", "  ", "prod_name holds nothing but spaces")]
    [TestCase("blueprints", 5, "blueprints is 5, not an array of texts")]
    [TestCase("unzip_location", "Applications", "unzip_location is 'Applications', not an absolute path")]
    [TestCase("verbose", "very", "verbose is 'very', not a whole number")]
    public void A_wrong_type_is_named(string variable, object written, string message)
    {
        var environment = Some.AutoPkgEnvironment((variable, written));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.Contains(message));
    }

    [Test]
    public void A_date_is_no_version()
    {
        var environment = Some.AutoPkgEnvironment(("version", new UntypedValue.Other("a date")));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.Contains("version is a date, not a text"));
    }

    [Test]
    public void A_name_that_Kandji_does_not_take_is_refused()
    {
        var environment = Some.AutoPkgEnvironment(("prod_name", new string('x', 256)));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.Contains("prod_name has 256 characters"));
    }

    [Test]
    public void All_problems_of_a_recipe_are_told_together()
    {
        var environment = Some.AutoPkgEnvironment(
            ("NAME", ""), ("dry_run", "perhaps"), ("enforcement_delay", -1), ("prod_name", "Fox %CHANNEL%"));

        var error = Assert.Throws<KappaException>(() => RunRequestReader.Read(environment));

        Golden.Matches(error.Message, "RunRequestReader.ManyProblems");
    }
}
