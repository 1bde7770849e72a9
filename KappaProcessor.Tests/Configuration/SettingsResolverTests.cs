using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class SettingsResolverTests
{
    [Test]
    public void With_an_address_alone_the_defaults_hold()
    {
        var settings = Resolve(Some.SettingsSources());

        Assert.That(settings, Is.EqualTo(new Settings
        {
            Address = settings.Address,
            Targets = settings.Targets,
            Claims = settings.Claims,
            Notes = settings.Notes,
            TokenName = "KANDJI_TOKEN",
            EnvironmentKeystore = false,
            KeychainKeystore = false,
            SlackWebhookName = null,
            AutoCreate = true,
            DynamicLookup = false,
            CreateNew = false,
            DryRun = false,
            UpdateSettings = false,
            ForceUpload = false,
            Deadline = DeadlinePolicy.PerVersion,
            ProcessingTimeout = TimeSpan.FromMinutes(15),
            AuditScriptTemplate = null,
        }));
    }

    [TestCase("env.api.kandji.io", "recipe.api.kandji.io", "config.api.kandji.io", "env.api.kandji.io")]
    [TestCase(null, "recipe.api.kandji.io", "config.api.kandji.io", "recipe.api.kandji.io")]
    [TestCase(null, null, "config.api.kandji.io", "config.api.kandji.io")]
    [TestCase(
        "env.api.kandji.io",
        null,
        "TENANT.api.kandji.io",
        "env.api.kandji.io",
        TestName = "A placeholder in the file does not matter")]
    [TestCase(
        "env.api.kandji.io", null, null, "env.api.kandji.io", TestName = "No file at all does not matter")]
    public void The_address_comes_from_the_strongest_source(
        string? environment, string? recipe, string? config, string tenant)
    {
        var sources = new SettingsSources
        {
            Environment = new EnvironmentOverrides { ApiUrl = environment },
            Request = Some.RunRequest() with { ApiUrl = recipe },
            Config = new ConfigFile { ApiUrl = config },
        };

        Assert.That(Resolve(sources).Address.ToString(), Is.EqualTo(tenant));
    }

    [TestCase(
        "TENANT.api.kandji.io",
        "is still the placeholder 'TENANT.api.kandji.io'. Put your tenant's name there")]
    [TestCase("https://TENANT.api.eu.iru.com/", "is still the placeholder")]
    [TestCase("acme.kandji.io", "is 'acme.kandji.io', which is no API address of a tenant")]
    [TestCase(
        "https://user:word@acme.api.kandji.io", "is what looks like a secret, which is no API address")]
    [TestCase("http://acme.api.kandji.io", "is 'http://acme.api.kandji.io', which is no API address")]
    public void A_wrong_address_is_told_with_file_and_key(string url, string message)
    {
        var config = new ConfigFile { Path = Some.ConfigPath, ApiUrl = url };
        var sources = Some.SettingsSources() with { Config = config };

        Assert.That(
            () => Resolve(sources),
            Throws.TypeOf<KappaException>()
                .With.Message.StartsWith($"{Some.ConfigPath}: kandji.api_url {message}"));
    }

    [Test]
    public void A_wrong_address_in_the_environment_is_not_passed_over()
    {
        var sources = Some.SettingsSources() with
        {
            Environment = new EnvironmentOverrides { ApiUrl = "acme", ApiUrlName = "IRU_API_URL" },
        };

        Assert.That(
            () => Resolve(sources),
            Throws.TypeOf<KappaException>()
                .With.Message.StartsWith("the process environment: IRU_API_URL is 'acme'"));
    }

    [Test]
    public void Without_an_address_it_says_where_to_set_one()
    {
        var sources = Some.SettingsSources() with
        {
            Config = ConfigFile.None,
            Searched = ["/a/config.json", "/b/config.json"],
        };

        Assert.That(() => Resolve(sources), Throws.TypeOf<KappaException>().With.Message.EqualTo(
            "config.json: kandji.api_url is not set, since there is no /a/config.json and no /b/config.json. "
            + "Run 'kappa setup', or set KANDJI_API_URL in the environment or as an AutoPkg preference."));
    }

    [TestCase(false, null, false)]
    [TestCase(false, false, false)]
    [TestCase(true, false, true)]
    [TestCase(false, true, true, TestName = "The configuration says dry, the recipe does not")]
    [TestCase(true, true, true)]
    public void Whoever_says_dry_wins(bool recipe, bool? config, bool dry)
    {
        var sources = new SettingsSources
        {
            Request = Some.RunRequest() with { DryRun = recipe },
            Config = Some.ConfigFile() with { DryRun = config },
        };

        Assert.That(Resolve(sources).DryRun, Is.EqualTo(dry));
    }

    [TestCase(true, "false", true)]
    [TestCase(false, "true", true)]
    [TestCase(false, "false", false)]
    public void The_environment_may_be_a_keystore_if_it_or_the_file_says_so(
        bool environment, string config, bool keystore)
    {
        var sources = Some.SettingsSources(config: $$"""token_keystore: { environment: {{config}} }""") with
        {
            Environment = new EnvironmentOverrides { EnvironmentKeystore = environment },
        };

        Assert.That(Resolve(sources).EnvironmentKeystore, Is.EqualTo(keystore));
    }

    [Test]
    public void Without_any_file_the_environment_is_the_keystore()
    {
        var sources = new SettingsSources
        {
            Environment = new EnvironmentOverrides { ApiUrl = "acme.api.kandji.io" },
            Request = Some.RunRequest(),
        };

        Assert.That(
            Resolve(sources),
            Has.Property("EnvironmentKeystore").True.And.Property("KeychainKeystore").False);
    }

    [TestCase("", null)]
    [TestCase("\"slack\": { \"webhook_name\": \"HOOK\" }", null)]
    [TestCase("\"slack\": { \"enabled\": true, \"webhook_name\": \"HOOK\" }", "HOOK")]
    [TestCase("\"slack\": { \"enabled\": true }", "SLACK_TOKEN")]
    public void Slack_is_told_when_it_is_enabled(string config, string? webhook) =>
        Assert.That(Resolve(Some.SettingsSources(config: config)).SlackWebhookName, Is.EqualTo(webhook));

    [TestCase(60, 120, 60)]
    [TestCase(null, 120, 120)]
    [TestCase(null, null, 900)]
    public void The_time_for_processing_comes_from_environment_file_or_default(
        int? environment, int? config, int seconds)
    {
        var sources = new SettingsSources
        {
            Environment = new EnvironmentOverrides { ProcessingTimeout = Seconds(environment) },
            Request = Some.RunRequest(),
            Config = Some.ConfigFile() with { ProcessingTimeout = Seconds(config) },
        };

        Assert.That(Resolve(sources).ProcessingTimeout, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void All_problems_of_all_sources_are_told_together()
    {
        const string Json = """{ "kandji": { "api_url": "TENANT.api.kandji.io" }, "slack": 1 }""";
        var problems = new SettingsProblems();
        var config = ConfigFile.Parse(Json, Some.ConfigPath, problems);
        var same = new StatedVariant { Name = "Firefox" };
        var sources = new SettingsSources
        {
            Request = Some.RunRequest(new StatedSettings { Prod = same, Test = same }),
            Config = config,
        };

        var error = Assert.Throws<KappaException>(() => SettingsResolver.Resolve(sources, problems));

        Golden.Matches(error.Message, "SettingsResolver.ManyProblems");
    }

    private static TimeSpan? Seconds(int? count) =>
        count is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static Settings Resolve(SettingsSources sources) => SettingsResolver.Resolve(
        sources, new SettingsProblems());
}
