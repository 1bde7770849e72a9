using CsCheck;
using Kappa.Configuration;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class ConfigFileTests
{
    [Test]
    public void Takes_every_key()
    {
        var config = Some.ParsedConfig(
            """
            {
              "kandji": { "api_url": "acme.api.kandji.io", "token_name": "T", "processing_timeout": 60 },
              "li_enforcement": {
                "type": "audit_enforce", "delays": { "prod": 7, "test": 1 }, "deadline": "first_unmet" },
              "slack": { "enabled": true, "webhook_name": "S" },
              "token_keystore": { "environment": true, "keychain": false },
              "use_recipe_map": true, "use_package_map": false, "audit_script": "audit.zsh",
              "zz_defaults": {
                "auto_create_app": false, "dry_run": true, "dynamic_lookup": true,
                "new_app_naming": "APPNAME",
                "self_service_category": "A", "test_self_service_category": "B", "unzip_location": "/Z" }
            }
            """);

        Assert.That(config, Is.EqualTo(new ConfigFile
        {
            Path = Some.ConfigPath,
            ApiUrl = "acme.api.kandji.io",
            TokenName = "T",
            ProcessingTimeout = TimeSpan.FromMinutes(1),
            Enforcement = Enforcement.AuditEnforce,
            ProdDelayDays = 7,
            TestDelayDays = 1,
            Deadline = DeadlinePolicy.FirstUnmet,
            SlackEnabled = true,
            SlackWebhookName = "S",
            EnvironmentKeystore = true,
            KeychainKeystore = false,
            UseRecipeMap = true,
            UsePackageMap = false,
            AuditScript = "/kappa/audit.zsh",
            AutoCreate = false,
            DryRun = true,
            DynamicLookup = true,
            NewAppNaming = "APPNAME",
            SelfServiceCategory = "A",
            TestSelfServiceCategory = "B",
            UnzipLocation = "/Z",
            Notes = config.Notes,
        }));
        Assert.That(config.Notes, Is.Empty);
    }

    [Test]
    public void An_empty_object_says_nothing()
    {
        var config = Some.ParsedConfig("{}");

        Assert.That(config, Is.EqualTo(new ConfigFile { Path = Some.ConfigPath, Notes = config.Notes }));
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    public void Null_and_an_empty_text_say_nothing(string value)
    {
        var config = Some.ParsedConfig($$"""{ "kandji": { "token_name": {{value}} }, "slack": {{value}} }""");

        Assert.That(config.TokenName, Is.Null);
    }

    [Test]
    public void The_section_may_be_called_iru() =>
        Assert.That(
            Some.ParsedConfig("""{ "iru": { "api_url": "acme.api.iru.com", "token_name": "T" } }"""),
            Has.Property("ApiUrl").EqualTo("acme.api.iru.com").And.Property("TokenName").EqualTo("T"));

    [Test]
    public void KAPPAs_other_names_for_two_keys_are_known()
    {
        var config = Some.ParsedConfig(
            """{ "zz_defaults": { "auto_create_new_app": false, "dynamic_lookup_fallback": true } }""");

        Assert.That(config, Has.Property("AutoCreate").False.And.Property("DynamicLookup").True);
        Assert.That(config.Notes, Is.Empty);
    }

    [Test]
    public void Two_names_of_one_key_may_agree_but_not_differ()
    {
        const string Json = """{ "zz_defaults": { "auto_create_app": true, "auto_create_new_app": true } }""";
        var differing = Json.Replace("app\": true }", "app\": false }", StringComparison.Ordinal);

        Assert.That(Some.ParsedConfig(Json).AutoCreate, Is.True);
        Assert.That(
            () => Some.ParsedConfig(differing),
            Throws.TypeOf<KappaException>().With.Message.Contains(
                "zz_defaults.auto_create_app (line 1) is true, but zz_defaults.auto_create_new_app (line 1), "
                + "its other name, is false. Keep one of them."));
    }

    [TestCase(
        "\"slack\": { \"enabled\": \"true\" }",
        "slack.enabled (line 1) is 'true', which is neither true nor false")]
    [TestCase("\"slack\": { \"enabled\": 1 }", "slack.enabled (line 1) is 1, which is neither")]
    [TestCase("\"slack\": true", "slack (line 1) is true, not a dictionary")]
    [TestCase(
        "\"slack\": []",
        "slack (line 1) is an array, not a dictionary. Make it a dictionary of enabled, webhook_name")]
    [TestCase("\"use_recipe_map\": \"yes\"", "use_recipe_map (line 1) is 'yes', which is neither")]
    [TestCase("\"kandji\": { \"token_name\": 5 }", "kandji.token_name (line 1) is 5, not a text")]
    [TestCase(
        "\"kandji\": { \"processing_timeout\": -1 }",
        "processing_timeout (line 1) is -1, not a whole number of 0 to 86400")]
    [TestCase("\"audit_script\": \"a\\u0000b\"", "audit_script (line 1) holds a NUL character")]
    [TestCase("\"kandji\": { \"token_name\": \" \" }", "kandji.token_name (line 1) holds nothing but spaces")]
    [TestCase(
        "\"li_enforcement\": { \"type\": \"audit\" }",
        "type (line 1) is 'audit', which is not known. Use audit_enforce, install_once or self_service.")]
    [TestCase("\"li_enforcement\": { \"type\": 1 }", "li_enforcement.type (line 1) is 1, which is not known")]
    [TestCase("\"li_enforcement\": { \"deadline\": \"never\" }", "Use per_version or first_unmet.")]
    [TestCase(
        "\"li_enforcement\": { \"delays\": 3 }", "li_enforcement.delays (line 1) is 3, not a dictionary")]
    [TestCase(
        "\"li_enforcement\": { \"delays\": { \"prod\": -1 } }",
        "li_enforcement.delays.prod (line 1) is -1, not a whole number")]
    [TestCase(
        "\"li_enforcement\": { \"delays\": { \"prod\": 1.5 } }",
        "li_enforcement.delays.prod (line 1) is 1.5, not a whole number")]
    [TestCase(
        "\"li_enforcement\": { \"delays\": { \"test\": 366 } }",
        "li_enforcement.delays.test (line 1) is 366, not a whole number")]
    [TestCase(
        "\"zz_defaults\": { \"unzip_location\": \"Apps\" }",
        "zz_defaults.unzip_location (line 1) is 'Apps', not an absolute path")]
    public void A_wrong_value_is_an_error_with_file_key_and_line(string json, string message) =>
        Assert.That(
            () => Some.ParsedConfig($"{{ {json} }}"),
            Throws.TypeOf<KappaException>().With.Message.StartsWith($"{Some.ConfigPath}: ")
                .And.Message.Contains(message));

    [TestCase("\"5\"", 5, TestName = "KAPPA took days as text, too")]
    [TestCase("0", 0)]
    [TestCase("365", 365)]
    [TestCase("5.0", 5)]
    public void Days_are_whole_numbers(string value, int days)
    {
        var config = Some.ParsedConfig($$"""{ "li_enforcement": { "delays": { "prod": {{value}} } } }""");

        Assert.That(config.ProdDelayDays, Is.EqualTo(days));
    }

    [TestCase("\"slak\": {}", "slak (line 1) is unknown and ignored; the nearest known is slack")]
    [TestCase(
        "\"slack\": { \"enable\": true }",
        "slack.enable (line 1) is unknown and ignored; the nearest known is slack.enabled")]
    [TestCase(
        "\"dry_run\": true",
        "dry_run (line 1) is unknown and ignored; the nearest known is zz_defaults.dry_run")]
    [TestCase("\"zz_defaults\": { \"type\": \"x\" }", "the nearest known is li_enforcement.type")]
    [TestCase("\"Kandji\": {}", "Kandji (line 1) is unknown and ignored; the nearest known is kandji")]
    public void An_unknown_key_is_a_warning_with_the_nearest_known_key(string json, string message)
    {
        var config = Some.ParsedConfig($"{{ {json} }}");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(config.Notes.Select(note => note.Level), Is.EqualTo([NoteLevel.Warning]));
        Assert.That(config.Notes[0].Text, Does.StartWith($"{Some.ConfigPath}: ").And.Contains(message));
    }

    [TestCase("$schema")]
    [TestCase("_why")]
    [TestCase("// why")]
    public void A_remark_is_no_unknown_key(string name) =>
        Assert.That(Some.ParsedConfig($$"""{ "{{name}}": "text" }""").Notes, Is.Empty);

    [TestCase("token_name", "7bd7b3a8-9d4c-4c4b-8b54-2f4c21c9ad4e", TestName = "A token of Kandji")]
    [TestCase("token_name", "https://hooks.slack.com/services/T/B/x")]
    public void A_secret_in_place_of_its_name_is_refused_and_not_repeated(string key, string secret) =>
        Assert.That(
            () => Some.ParsedConfig($$"""{ "kandji": { "{{key}}": "{{secret}}" } }"""),
            Throws.TypeOf<KappaException>().With.Message.Contains($"kandji.{key} holds a secret")
                .And.Message.Not.Contains(secret));

    [TestCase("\"slack\": \"https://hooks.slack.com/services/T/B/x\"")]
    [TestCase("\"kandji\": \"7bd7b3a8-9d4c-4c4b-8b54-2f4c21c9ad4e\"")]
    public void A_secret_in_any_other_place_is_not_repeated_either(string json) =>
        Assert.That(
            () => Some.ParsedConfig($"{{ {json} }}"),
            Throws.TypeOf<KappaException>().With.Message.Contains("what looks like a secret, not a dict"));

    [Test]
    public void An_absolute_path_of_an_audit_script_is_kept() =>
        Assert.That(
            Some.ParsedConfig("""{ "audit_script": "/x/audit.zsh" }""").AuditScript,
            Is.EqualTo("/x/audit.zsh"));

    [Test]
    public void Damaged_text_is_an_error_with_a_sentence_and_nothing_worse()
    {
        var text = Some.RepositoryText("shim/config.example.json");
        var put = Gen.String[Gen.Char["{}[],:\"\\/*-1eNtn\0 \n"], 0, 6];
        var damage = Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 9], put);

        damage.Sample((at, length, other) =>
        {
            var damaged = text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, other);
            Assert.That(() => IsAccepted(damaged), Throws.Nothing);
        });
    }

    [Test]
    public void All_problems_of_a_file_are_told_together()
    {
        const string Json =
            """
            {
              "kandji": { "api_url": 5, "token_name": true },
              "li_enforcement": {
                "type": "audit",
                "delays": { "prod": -1, "test": 1.5 },
              },
              "slack": "on",
              "token_keystore": { "environment": "yes" },
              "zz_defaults": { "auto_create_app": true, "auto_create_new_app": false }
            }
            """;

        var error = Assert.Throws<KappaException>(() => Some.ParsedConfig(Json));

        Golden.Matches(error.Message, "ConfigFile.ManyProblems");
    }

    /// <summary>False for a refusal in words; anything else that is thrown is a fault of ours.</summary>
    private static bool IsAccepted(string json)
    {
        try
        {
            return ConfigFile.Parse(json, Some.ConfigPath, new SettingsProblems()).Path is not null;
        }
        catch (KappaException)
        {
            return false;
        }
    }
}
