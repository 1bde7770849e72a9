using Kappa.Configuration;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class MapFileTests
{
    [Test]
    public void Takes_every_key_of_an_entry()
    {
        var stated = Some.MapMatch(
            """
            {
              "prod_name": "P", "test_name": "T", "ss_category": "PC", "test_category": "TC",
              "enforcement_type": "audit_enforce", "test_enforcement_type": "install_once",
              "enforcement_delay": 7, "test_enforcement_delay": "0",
              "preinstall_script": "pre.sh", "postinstall_script": "#!/bin/sh\n",
              "restart": true, "active": false,
              "self_service_recommended": true, "show_in_self_service": false, "unzip_location": "/Z"
            }
            """).Entry!.Stated;

        Assert.That(stated, Is.EqualTo(new StatedSettings
        {
            Prod = new StatedVariant
            {
                Name = "P",
                Category = "PC",
                Enforcement = Enforcement.AuditEnforce,
                DelayDays = 7,
            },
            Test = new StatedVariant
            {
                Name = "T",
                Category = "TC",
                Enforcement = Enforcement.InstallOnce,
                DelayDays = 0,
            },
            PreinstallScript = new ScriptSource.InFile("pre.sh"),
            PostinstallScript = new ScriptSource.Inline("#!/bin/sh\n"),
            Restart = true,
            Active = false,
            SelfServiceRecommended = true,
            ShowInSelfService = false,
            UnzipLocation = "/Z",
        }));
    }

    [Test]
    public void Blueprints_come_as_an_array_or_with_commas()
    {
        const string Entry = """{ "blueprints": ["A, B", "C"], "test_blueprints": "D, E" }""";

        var stated = Some.MapMatch(Entry).Entry!.Stated;

        using var claims = Assert.EnterMultipleScope();
        Assert.That(stated.Prod.Blueprints, Is.EqualTo(["A, B", "C"]));
        Assert.That(stated.Test.Blueprints, Is.EqualTo(["D", "E"]));
    }

    [Test]
    public void An_unknown_key_is_a_warning_of_its_entry()
    {
        var map = Some.MapFile("""{ "A.pkg": { "prod_nam": "A" }, "B.pkg": { "prod_name": "B" } }""");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(map.Entries[0].Notes, Is.EqualTo(
        [
            Note.Warning("/kappa/recipe_map.json: \"A.pkg\": prod_nam (line 1) is unknown and ignored; "
                + "the nearest known is prod_name."),
        ]));
        Assert.That(map.Entries[1].Notes, Is.Empty);
    }

    [TestCase("{ \"prod_name\": 5 }", "\"A.pkg\": prod_name (line 1) is 5, not a text")]
    [TestCase(
        "{ \"restart\": \"true\" }",
        "\"A.pkg\": restart (line 1) is 'true', which is neither true nor false")]
    [TestCase(
        "{ \"enforcement_delay\": 400 }", "\"A.pkg\": enforcement_delay (line 1) is 400, not a whole number")]
    [TestCase(
        "{ \"enforcement_type\": \"audit\" }",
        "\"A.pkg\": enforcement_type (line 1) is 'audit', which is not known")]
    [TestCase("\"Firefox\"", "\"A.pkg\" (line 1) is 'Firefox', not a dictionary")]
    public void A_wrong_value_is_an_error_in_any_entry(string entry, string message) =>
        Assert.That(
            () => Some.MapFile($$"""{ "A.pkg": {{entry}} }"""),
            Throws.TypeOf<KappaException>().With.Message.Contains(Some.RecipeMapPath)
                .And.Message.Contains(message));

    [Test]
    public void A_recipe_that_stands_there_twice_is_an_error() =>
        Assert.That(
            () => Some.MapFile("""{ "A.pkg": {}, "A.pkg": {} }"""),
            Throws.TypeOf<KappaException>().With.Message.Contains("'A.pkg' already exists"));
}
