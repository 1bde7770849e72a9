using Kappa.Tenant.Models;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Commands;

/// <summary><c>kappa setup</c> with a person at the terminal.</summary>
internal sealed class SetupCommandTests
{
    [Test]
    public async Task Enter_alone_takes_the_defaults_and_the_result_works()
    {
        await using var run = await SetupRun.WithPersonAsync();

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors + run.Person.Text);
        Assert.That(JToken.DeepEquals(run.Config, JObject.Parse(
            $$"""
            {
              "kandji": { "api_url": "{{run.Address}}", "token_name": "KANDJI_TOKEN" },
              "li_enforcement": { "type": "install_once" },
              "slack": { "enabled": false },
              "token_keystore": { "environment": true, "keychain": false },
              "use_recipe_map": false, "use_package_map": false,
              "zz_defaults": {
                "dynamic_lookup": false, "new_app_naming": "APPNAME (AutoPkg)",
                "self_service_category": "Apps", "test_self_service_category": "Utilities" }
            }
            """)), run.Config.ToString());
        Assert.That(run.Read().Notes, Is.Empty);
        Assert.That(result.Output, Does.EndWith("Next       kappa check\n"));

        run.WithVariable("KANDJI_TOKEN_FILE", Path.Combine(run.UserFolder, "KANDJI_TOKEN"));
        var list = await run.RunAsync("list");
        Assert.That((list.ExitCode, list.Errors), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Every_answer_is_judged_at_once_and_asked_for_again()
    {
        await using var run = await SetupRun.StartAsync();
        run.Person
            .With("API URL", "", "TENANT.api.kandji.io", "http://acme.api.kandji.io", run.Address)
            .With("token is kept", "keychain", "f")
            .With("Name of the API token", "MY TOKEN", "5f6e0d2c-9f0b-4a3c-8d2e-1b2c3d4e5f60", "MY_TOKEN")
            .With("API token (", "", "two words", SetupRun.Token)
            .With("installed", "e", "b", "AUDIT")
            .With("prod apps are", "-1", "366", "7")
            .With("test apps are", "soon", "0")
            .With("Name of new apps", new string('x', 256), "APPNAME")
            .With("category of new apps", "aps", "Security")
            .With("category of new test apps", "Productivity")
            .With("Look for", "perhaps", "y")
            .With("Slack channel", "yes")
            .With("Name of the Slack", SetupRun.Webhook, "HOOK")
            .With("webhook's URL", "ftp://x", SetupRun.Webhook);

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.Person.Left, Is.Empty);
        Golden.Matches(
            run.Person.Text.Replace(run.Sandbox.Origin.Authority, "[sandbox]", StringComparison.Ordinal),
            "setup/refusals");
        var config = run.Read();
        Assert.That(
            (config.TokenName, config.Enforcement, config.ProdDelayDays, config.TestDelayDays, config.NewAppNaming),
            Is.EqualTo(("MY_TOKEN", Enforcement.AuditEnforce, 7, 0, "APPNAME")));
        Assert.That(
            (config.SelfServiceCategory, config.TestSelfServiceCategory, config.DynamicLookup, config.SlackWebhookName),
            Is.EqualTo(("Security", "Productivity", true, "HOOK")));
    }

    [Test]
    public async Task Enter_keeps_what_is_configured_and_changes_nothing()
    {
        await using var run = await SetupRun.WithPersonAsync();
        var first = await run.GoAsync();
        var before = File.ReadAllText(run.ConfigPath);

        var second = await run.GoAsync();

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), second.Errors);
        Assert.That(second.Output, Does.StartWith($"Unchanged  {run.ConfigPath}"));
        Assert.That(File.ReadAllText(run.ConfigPath), Is.EqualTo(before));
        Assert.That(run.Person.Hidden[^1], Does.Contain("Enter keeps the one that is there"));
    }

    [Test]
    public async Task What_was_not_asked_about_stays_and_lost_comments_are_told()
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.WithConfig(
            """
            { // ours
              "_why": "because", "kandji": { "processing_timeout": 60 }, "audit_script": "a.zsh",
              "li_enforcement": { "type": "self_service", "delays": { "prod": 9 } } }
            """);

        var result = await run.GoAsync();

        var config = run.Config;
        Assert.That(
            (config["_why"], config["audit_script"], config.SelectToken("kandji.processing_timeout"),
                config.SelectToken("li_enforcement.type"), config.SelectToken("li_enforcement.delays.prod")),
            Is.EqualTo(((JToken)"because", (JToken)"a.zsh", (JToken)60, (JToken)"self_service", (JToken)9)));
        Assert.That(result.Errors, Does.Contain($"The comments in {run.ConfigPath} are gone"));
    }

    [TestCase("yes", "APPNAME (AutoPkg)", null)]
    [TestCase("no", "Mine APPNAME", "x")]
    public async Task A_reset_starts_from_defaults_once_confirmed(string confirmation, string naming, string? remark)
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.WithConfig("""{ "_remark": "x", "zz_defaults": { "new_app_naming": "Mine APPNAME" } }""");
        run.Person.With("Start from defaults", confirmation);

        var result = await run.GoAsync("--reset");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(
            ((string?)run.Config.SelectToken("zz_defaults.new_app_naming"), (string?)run.Config["_remark"]),
            Is.EqualTo((naming, remark)));
    }

    [Test]
    public async Task A_reset_asks_for_secrets_again()
    {
        await using var run = await SetupRun.WithPersonAsync();
        await run.GoAsync();
        run.Person.With("Start from defaults", "yes").With("API URL", run.Address).With("API token (", SetupRun.Token);

        var result = await run.GoAsync("--reset");

        Assert.That((result.ExitCode, run.Person.Hidden[^1]), Is.EqualTo((0, "API token (not shown): ")), result.Errors);
    }

    [Test]
    public async Task A_reset_gets_rid_of_a_broken_file()
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.WithConfig("{ broken");
        run.Person.With("Start from defaults", "yes");

        Assert.That((await run.GoAsync()).ExitCode, Is.EqualTo(1));
        Assert.That((await run.GoAsync("--reset")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Config_only_asks_for_no_secret_and_leaves_the_tenant_alone()
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.Person.With("Slack channel", "yes");

        var result = await run.GoAsync("--config-only");

        Assert.That((result.ExitCode, run.Person.Hidden, run.Sandbox.Requests.Count), Is.EqualTo((0, (string[])[], 0)));
        Assert.That(Directory.GetFiles(run.UserFolder), Is.EqualTo([run.ConfigPath]));
    }

    [Test]
    public async Task A_flag_answers_its_question()
    {
        await using var run = await SetupRun.WithPersonAsync();

        var result = await run.GoAsync("--enforcement", "self_service", "--slack", "off");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.Person.Text, Does.Not.Contain("How new apps").And.Not.Contain("Slack"));
        Assert.That(run.Read().Enforcement, Is.EqualTo(Enforcement.SelfService));
    }

    [Test]
    public async Task Nothing_is_written_when_somebody_stops_half_way()
    {
        await using var run = await SetupRun.WithPersonAsync();
        using var stop = new CancellationTokenSource();
        run.Cancel = stop.Token;
        run.WithConfig("""{ "_old": 1 }""");
        run.Person.Watching = question =>
        {
            if (question.Contains("Slack", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        };

        var result = await run.GoAsync();

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((130, "")));
        Assert.That(result.Errors, Does.EndWith("Interrupted; nothing was stored or written.\n"));
        Assert.That(File.ReadAllText(run.ConfigPath), Is.EqualTo("""{ "_old": 1 }"""));
        Assert.That(Directory.GetFiles(run.UserFolder), Is.EqualTo([run.ConfigPath]));
    }

    [Test]
    public async Task A_map_that_is_wanted_is_there_afterwards()
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.Person.With("recipe_map.json", "yes").With("package_map.json", "yes");
        File.WriteAllText(run.Folder["app/package_map.json"], "{}");

        var result = await run.GoAsync();

        Assert.That(File.ReadAllText(Path.Combine(run.UserFolder, "recipe_map.json")), Is.EqualTo("{}\n"));
        Assert.That(File.Exists(Path.Combine(run.UserFolder, "package_map.json")), Is.False, "one is beside the shim");
        Assert.That(result.Output, Does.Contain("recipe_map.json, which is empty"));
    }

    [Test]
    public async Task A_name_without_placeholder_is_warned_of()
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.Person.With("Name of new apps", "One for all");

        Assert.That((await run.GoAsync()).Errors, Does.Contain("WARNING: 'One for all' has no APPNAME in it"));
    }

    [Test]
    public async Task The_configuration_beside_the_shim_is_the_one_that_is_changed()
    {
        await using var run = await SetupRun.WithPersonAsync();
        File.WriteAllText(run.Folder["app/config.json"], "{}");
        File.WriteAllText(run.Folder["app/config.schema.json"], "{}");

        var result = await run.GoAsync();

        Assert.That(File.Exists(run.ConfigPath), Is.False);
        Assert.That(result.Output, Does.StartWith($"Written    {run.Folder["app/config.json"]}\n"));
        Assert.That(
            File.ReadAllText(run.Folder["app/config.json"]), Does.StartWith("{\n  \"$schema\": \"./config.schema.json\""));
    }

    [Test]
    public async Task A_file_elsewhere_is_named_in_the_next_command()
    {
        await using var run = await SetupRun.WithPersonAsync();

        var result = await run.GoAsync("--config", run.Folder["there/k.json"]);

        Assert.That(File.Exists(run.Folder["there/k.json"]), result.Errors);
        Assert.That(result.Output, Does.Contain($"kappa check --config {run.Folder["there/k.json"]}\n"));
    }
}
