using Kappa.Tests.Support;

namespace Kappa.Tests.Commands;

/// <summary>What <c>kappa setup</c> does with token and webhook.</summary>
internal sealed class SetupSecretTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Test]
    public async Task A_Mac_keeps_them_in_the_keychain_and_nowhere_else()
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.IsMac = true;
        run.Person.With("Slack channel", "yes").With("webhook's URL", SetupRun.Webhook);

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(
            (run.Keychain.Stored("KANDJI_TOKEN"), run.Keychain.Stored("SLACK_TOKEN")),
            Is.EqualTo((SetupRun.Token, SetupRun.Webhook)));
        Assert.That((run.Read().KeychainKeystore, run.Read().EnvironmentKeystore), Is.EqualTo((true, false)));
        Assert.That(Everything(run, result), Does.Not.Contain(SetupRun.Token).And.Not.Contain("secret-path"));
        Assert.That(run.Keychain.Arguments, Does.Not.Contain(SetupRun.Token));
        Assert.That(Directory.GetFiles(run.UserFolder), Is.EqualTo([run.ConfigPath]));

        var list = await run.RunAsync("list");
        Assert.That((list.ExitCode, list.Errors), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task A_private_file_takes_them_and_the_line_to_add_is_told()
    {
        await using var run = await SetupRun.WithPersonAsync();

        var result = await run.GoAsync();

        var file = Path.Combine(run.UserFolder, "KANDJI_TOKEN");
        Assert.That((File.ReadAllText(file), new FileInfo(file).UnixFileMode), Is.EqualTo(($"{SetupRun.Token}\n", Owner)));
        Assert.That(new FileInfo(run.ConfigPath).UnixFileMode, Is.EqualTo(Owner));
        Assert.That(result.Output, Does.Contain($"export KANDJI_TOKEN_FILE='{file}'\n"));
        Assert.That(Everything(run, result), Does.Not.Contain(SetupRun.Token));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_environment_is_told_what_to_hold_and_nothing_is_stored(bool typed)
    {
        await using var run = await SetupRun.StartAsync();
        run.Person.With("API URL", run.Address).With("is kept", "environment");
        if (typed)
        {
            run.Person.With("API token (", SetupRun.Token);
        }

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Contain("Set KANDJI_TOKEN in the environment of every run"));
        Assert.That(Directory.GetFiles(run.UserFolder), Is.EqualTo([run.ConfigPath]));
        Assert.That(run.Sandbox.Requests.Count, typed ? Is.EqualTo(2) : Is.Zero);
        Assert.That(Everything(run, result), Does.Not.Contain(SetupRun.Token));
    }

    [Test]
    public async Task A_refused_token_is_told_and_asked_for_again()
    {
        await using var run = await SetupRun.StartAsync();
        run.Person.With("API URL", run.Address).With("API token (", "wrong-token-1234", SetupRun.Token);

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.Person.Text, Does.Contain("401").And.Contain("takes the token: 0 Custom Apps, 4 Self Service"));
        Assert.That(Everything(run, result), Does.Not.Contain("wrong-token-1234"));
        Assert.That(File.ReadAllText(Path.Combine(run.UserFolder, "KANDJI_TOKEN")), Is.EqualTo($"{SetupRun.Token}\n"));
    }

    [Test]
    public async Task A_refused_token_can_be_kept_anyway()
    {
        await using var run = await SetupRun.StartAsync();
        run.Person.With("API URL", run.Address).With("API token (", "tomorrows-token").With("Go on with", "this");

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(File.ReadAllText(Path.Combine(run.UserFolder, "KANDJI_TOKEN")), Is.EqualTo("tomorrows-token\n"));
    }

    [Test]
    public async Task The_address_can_be_mended_when_nobody_answers()
    {
        await using var run = await SetupRun.StartAsync();
        run.Person
            .With("API URL", "http://127.0.0.1:1", run.Address)
            .With("API token (", SetupRun.Token)
            .With("Go on with", "url");

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.Person.Text, Does.Contain("127.0.0.1:1 did not answer"));
        Assert.That(run.Read().ApiUrl, Is.EqualTo(run.Address));
    }

    [TestCase("irupkg")]
    [TestCase("kpkg")]
    public async Task A_token_under_an_older_account_is_kept_with_Enter(string account)
    {
        await using var run = await SetupRun.StartAsync();
        run.IsMac = true;
        run.Person.With("API URL", run.Address);
        run.Keychain.Holds(account, SetupRun.Token);

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.Keychain.Stored("KANDJI_TOKEN"), Is.Null);
        Assert.That(result.Output, Does.Contain("KANDJI_TOKEN is in the keychain already."));
    }

    [Test]
    public async Task A_keychain_that_stores_nothing_leaves_no_configuration_that_relies_on_it()
    {
        await using var run = await SetupRun.WithPersonAsync();
        run.IsMac = true;
        run.Keychain.Refuses("KAPPA", 36);

        var result = await run.GoAsync();

        Assert.That((result.ExitCode, File.Exists(run.ConfigPath)), Is.EqualTo((1, false)));
        Assert.That(result.Errors, Does.Contain("The keychain is locked"));
    }

    [TestCase(true, "root has a keychain of its own")]
    [TestCase(false, "root runs this: what is written now is root's alone, and jo cannot read it")]
    public async Task Root_is_warned(bool isMac, string warning)
    {
        await using var run = await SetupRun.WithPersonAsync();
        (run.IsMac, run.IsRoot) = (isMac, true);
        run.WithVariable("SUDO_USER", "jo");

        Assert.That((await run.GoAsync()).Errors, Does.Contain($"WARNING: {warning}"));
    }

    private static string Everything(SetupRun run, KappaRun result) =>
        result.Output + result.Errors + run.Person.Text + File.ReadAllText(run.ConfigPath);
}
