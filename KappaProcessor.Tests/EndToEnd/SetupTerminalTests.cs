using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary><c>kappa setup</c> by the built executable on a terminal of its own, against the sandbox.</summary>
[Category(BuiltExecutable.Category)]
internal sealed class SetupTerminalTests
{
    private const int NotAllTyped = 99;

    [Test]
    public async Task A_person_sets_up_and_the_token_is_never_seen()
    {
        await using var run = await SetupRun.StartAsync();

        var result = await TypeAsync(
            run,
            [
                ("API URL", $"{run.Address}\r"), ("is kept", "file\r"), ("Name of the API token", "\r"),
                ("not shown", $"wrong\b\u0015{SetupRun.Token}\r"), ("installed", "self\r"), ("Name of new apps", "\r"),
                ("category of new apps", "\r"), ("category of new test apps", "\r"), ("Look for", "\r"),
                ("recipe_map.json", "\r"), ("package_map.json", "\r"), ("Slack channel", "\r"),
            ]);

        Assert.That((result.ExitCode, result.StandardError), Is.EqualTo((0, "echo\n")), result.StandardOutput);
        Assert.That(
            result.StandardOutput,
            Does.Contain("takes the token").And.Not.Contain("wrong").And.Not.Contain(SetupRun.Token));
        Assert.That(File.ReadAllText(run.ConfigPath), Does.Not.Contain(SetupRun.Token));
        Assert.That(
            File.ReadAllText(Path.Combine(run.UserFolder, "KANDJI_TOKEN")), Is.EqualTo($"{SetupRun.Token}\n"));
    }

    [TestCase("API URL", "acme.api", TestName = "Ctrl-C at a question writes nothing and leaves the terminal as it was")]
    [TestCase("not shown", "half-a-to", TestName = "Ctrl-C at a hidden question leaves the terminal as it was")]
    public async Task Is_interrupted(string question, string typed)
    {
        await using var run = await SetupRun.StartAsync();
        string[] answered = ["--api-url", run.Address, "--keystore", "file", "--token-name", "T"];
        var flags = question == "API URL" ? [] : answered;

        var result = await TypeAsync(run, [(question, $"{typed}\u0003")], flags);

        Assert.That((result.ExitCode, result.StandardError), Is.EqualTo((130, "echo\n")), result.StandardOutput);
        Assert.That(
            result.StandardOutput,
            Does.Contain("Interrupted; nothing was stored or written.").And.Not.Contain("half-a-to"));
        Assert.That(Directory.Exists(run.UserFolder), Is.False);
    }

    [Test]
    public async Task The_end_of_all_input_is_an_interruption_too()
    {
        await using var run = await SetupRun.StartAsync();

        var result = await TypeAsync(run, [("API URL", "\u0004")]);

        Assert.That(result.ExitCode, Is.EqualTo(130), result.StandardOutput);
    }

    /// <summary>Each answer once its question is on the screen.</summary>
    private static async Task<BufferedCommandResult> TypeAsync(
        SetupRun run, (string Seen, string Typed)[] steps, params string[] flags)
    {
        var script = new JArray(steps.Select(step => new JArray(step.Seen, step.Typed)));
        var result = await Cli.Wrap(await Python.RequireAsync())
            .WithArguments(
                [SourceTree.At("KappaProcessor.Tests/Support/typist.py"), BuiltExecutable.Path, "setup", .. flags])
            .WithEnvironmentVariables(new Dictionary<string, string?>
            {
                ["HOME"] = run.Folder["home"],
                ["XDG_CONFIG_HOME"] = null,
                ["KAPPA_CONFIG"] = null,
                ["TERM"] = "xterm-256color",
                ["LANG"] = "C.UTF-8",
            })
            .WithStandardInputPipe(PipeSource.FromString(script.ToString()))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8);
        Assert.That(result.ExitCode, Is.Not.EqualTo(NotAllTyped), result.StandardOutput);
        return result;
    }
}
