using Kappa.Tests.Support;

namespace Kappa.Tests.Commands;

/// <summary><c>kappa setup --non-interactive</c>, and setup where there is nobody to ask.</summary>
internal sealed class SetupUnattendedTests
{
    [Test]
    public async Task Flags_are_enough()
    {
        await using var run = await SetupRun.StartAsync();
        run.IsAttended = false;

        var result = await run.GoAloneAsync(
            "--token-name", "T", "--enforcement", "audit_enforce", "--prod-delay", "9", "--test-delay", "1",
            "--new-app-naming", "APPNAME!", "--category", "Security", "--test-category", "Apps",
            "--dynamic-lookup", "yes", "--recipe-map", "false", "--package-map", "0", "--slack", "no");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        var config = run.Read();
        Assert.That(
            (config.TokenName, config.ProdDelayDays, config.TestDelayDays, config.NewAppNaming, config.SelfServiceCategory),
            Is.EqualTo(("T", 9, 1, "APPNAME!", "Security")));
        Assert.That(
            (config.TestSelfServiceCategory, config.DynamicLookup, config.UseRecipeMap, config.SlackEnabled),
            Is.EqualTo(("Apps", true, false, false)));
        Assert.That(File.ReadAllText(Path.Combine(run.UserFolder, "T")), Is.EqualTo($"{SetupRun.Token}\n"));
        Assert.That(run.Person.Screen, Is.Empty);
    }

    [Test]
    public async Task The_webhook_is_the_line_after_the_token()
    {
        await using var run = await SetupRun.StartAsync();
        run.Input = $"{SetupRun.Token}\n{SetupRun.Webhook}\n";

        var result = await run.GoAsync(
            "--non-interactive", "--api-url", run.Address, "--keystore", "file", "--token-stdin", "--slack", "true",
            "--webhook-stdin");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(File.ReadAllText(Path.Combine(run.UserFolder, "SLACK_TOKEN")), Is.EqualTo($"{SetupRun.Webhook}\n"));
    }

    [TestCase("--api-url, --keystore")]
    [TestCase("--api-url, --token-stdin", "--keystore", "file")]
    [TestCase("--api-url, --webhook-stdin", "--keystore", "file", "--token-stdin", "--slack", "true", "--no-check")]
    [TestCase("--api-url", "--keystore", "environment")]
    [TestCase("--api-url", "--keystore", "file", "--config-only")]
    public async Task What_is_missing_is_a_wrong_command_line_that_names_it(string missing, params string[] arguments)
    {
        await using var run = await SetupRun.StartAsync();
        run.Input = "a-token\n";

        var result = await run.GoAsync(["--non-interactive", .. arguments]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.StartWith($"ERROR: Without questions, kappa setup needs {missing}. "));
        Assert.That(Directory.Exists(run.UserFolder), Is.False);
    }

    [Test]
    public async Task What_is_configured_already_needs_no_flag()
    {
        await using var run = await SetupRun.StartAsync();
        await run.GoAloneAsync("--category", "Security");
        run.Input = "";

        var result = await run.GoAsync("--non-interactive", "--test-category", "Apps");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(
            (run.Read().SelfServiceCategory, run.Read().TestSelfServiceCategory), Is.EqualTo(("Security", "Apps")));
    }

    [TestCase("--api-url", "TENANT.api.kandji.io", "--api-url is still the placeholder")]
    [TestCase("--prod-delay", "soon", "--prod-delay is 'soon', not a whole number of 0 to 365.")]
    [TestCase("--slack", "maybe", "--slack is 'maybe', which is neither true nor false.")]
    [TestCase("--enforcement", "audit", "--enforcement is 'audit', which is not known.")]
    [TestCase("--keystore", "pocket", "--keystore is 'pocket', not keychain, environment or file.")]
    [TestCase("--config", "--rest", "--config is '--rest', which is no path.")]
    [TestCase("--token-name", "5f6e0d2c-9f0b-4a3c-8d2e-1b2c3d4e5f60", "--token-name holds a secret, not the name of one.")]
    public async Task A_wrong_flag_is_a_wrong_command_line(string flag, string value, string complaint)
    {
        var result = await KappaRun.OfAsync("setup", "--non-interactive", flag, value);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.Contain(complaint));
    }

    [TestCase("--token-stdin goes with --non-interactive", "--token-stdin")]
    [TestCase("--config-only stores no secrets", "--non-interactive", "--config-only", "--token-stdin")]
    [TestCase("kappa setup asks questions, and there is no terminal to ask them on.")]
    public async Task Is_a_wrong_command_line(string complaint, params string[] arguments)
    {
        var result = await KappaRun.OfAsync(["setup", .. arguments]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.Contain(complaint));
    }

    [Test]
    public async Task A_refused_token_writes_nothing_and_fails()
    {
        await using var run = await SetupRun.StartAsync();
        run.Input = "wrong-token-1234\n";

        var result = await run.GoAsync(
            "--non-interactive", "--api-url", run.Address, "--keystore", "file", "--token-stdin");

        Assert.That((result.ExitCode, Directory.Exists(run.UserFolder)), Is.EqualTo((1, false)));
        Assert.That(result.Errors, Does.Contain("401").And.Contain("--no-check").And.Not.Contain("wrong-token-1234"));
    }

    [Test]
    public async Task Unchecked_the_tenant_is_left_alone()
    {
        await using var run = await SetupRun.StartAsync();

        var result = await run.GoAloneAsync("--no-check", "--category", "Nowhere");

        Assert.That((result.ExitCode, run.Sandbox.Requests.Count), Is.EqualTo((0, 0)), result.Errors);
    }

    [Test]
    public async Task A_category_that_the_tenant_does_not_have_is_refused()
    {
        await using var run = await SetupRun.StartAsync();

        var result = await run.GoAloneAsync("--category", "Secure");

        Assert.That((result.ExitCode, Directory.Exists(run.UserFolder)), Is.EqualTo((2, false)));
        Assert.That(
            result.Errors,
            Does.Contain("--category is 'Secure', a category that the tenant does not have. Nearest: Security."));
    }

    [Test]
    public async Task Only_a_Mac_has_a_keychain()
    {
        await using var run = await SetupRun.StartAsync();

        var result = await run.GoAsync("--non-interactive", "--api-url", run.Address, "--keystore", "keychain");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.Contain("--keystore is keychain, which only a Mac has."));
    }

    [Test]
    public async Task A_configuration_that_cannot_be_written_stays_as_it_was()
    {
        await using var run = await SetupRun.StartAsync();
        Directory.CreateDirectory(run.ConfigPath);

        var result = await run.GoAloneAsync();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.Contain($"{run.ConfigPath} cannot be written"));
        Assert.That(
            Directory.GetFiles(run.UserFolder).Select(Path.GetFileName), Is.EqualTo((string[])["KANDJI_TOKEN"]));
    }
}
