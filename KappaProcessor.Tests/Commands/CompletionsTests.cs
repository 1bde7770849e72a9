using CliWrap;
using CliWrap.Buffered;
using Kappa.Tests.Support;

namespace Kappa.Tests.Commands;

/// <summary>The completion scripts in the shells that they are for, with the built executable on PATH.</summary>
[Platform(Exclude = "Win")]
[Category(BuiltExecutable.Category)]
internal sealed class CompletionsTests
{
    /// <summary>What is typed, and what is offered for it.</summary>
    private static readonly object[][] Typed =
    [
        ["kappa up", "upload"],
        ["kappa upload --enf", "--enforcement"],
        ["kappa upload --enforcement ", "audit_enforce install_once self_service"],
        ["kappa schedule re", "remove"],
        ["kappa completions ", "bash fish zsh"],
    ];

    [TestCaseSource(nameof(Typed))]
    public async Task Bash_offers(string line, string offered)
    {
        var words = string.Join(' ', line.Split(' ').Select(word => $"'{word}'"));
        var script =
            $$"""
            eval "$(kappa completions bash)"
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{words}}) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _kappa
            echo "${COMPREPLY[@]}"
            """;

        Assert.That(await OutputAsync("bash", "--norc", "-c", script), Is.EqualTo(offered));
    }

    [TestCaseSource(nameof(Typed))]
    public async Task Zsh_offers(string line, string offered)
    {
        var words = string.Join(' ', line.Split(' ').Select(word => $"'{word}'"));
        var script =
            $$"""
            compdef() { }
            compadd() { shift; print -r -- "$@" }
            _files() { print files }
            eval "$(kappa completions zsh)"
            words=({{words}}) CURRENT=${#words} PREFIX='{{line.Split(' ')[^1]}}'
            _kappa
            """;

        Assert.That(Only(line, await OutputAsync("zsh", "-f", "-c", script)), Is.EqualTo(offered));
    }

    [TestCaseSource(nameof(Typed))]
    public async Task Fish_offers(string line, string offered)
    {
        var script = $"kappa completions fish | source; complete --do-complete '{line}'";

        var found = await OutputAsync("fish", "--no-config", "-c", script);

        Assert.That(
            found.Split('\n').Order(StringComparer.Ordinal),
            Is.EqualTo(offered.Split(' ')));
    }

    [Test]
    public async Task Files_are_offered_where_a_file_is_meant()
    {
        const string Script =
            """
            compdef() { }
            compadd() { shift; print -r -- "$@" }
            _files() { print files }
            eval "$(kappa completions zsh)"
            words=(kappa inspect ./Fire) CURRENT=3 PREFIX=./Fire
            _kappa
            """;

        Assert.That(await OutputAsync("zsh", "-f", "-c", Script), Is.EqualTo("files"));
    }

    [Test]
    public async Task Another_shell_is_refused_with_those_that_there_are()
    {
        var run = await KappaRun.OfAsync("completions", "tcsh");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Usage));
        Assert.That(run.Errors, Does.Contain("zsh").And.Contain("fish"));
    }

    /// <summary>Zsh itself drops what does not begin as the word does.</summary>
    private static string Only(string line, string found) => string.Join(
        ' ',
        found.Split(' ').Where(one => one.StartsWith(line.Split(' ')[^1], StringComparison.Ordinal)));

    private static async Task<string> OutputAsync(string shell, params string[] arguments)
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        if (ProgramSearch.Find(path, shell) is not { } program)
        {
            Assert.Ignore($"There is no {shell} on PATH.");
            throw new InvalidOperationException();
        }

        using var home = new TempFolder();
        var result = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithEnvironmentVariables(new Dictionary<string, string?>
            {
                ["PATH"] = $"{Path.GetDirectoryName(BuiltExecutable.Path)}:{path}",
                ["HOME"] = home.Path,
            })
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        Assert.That((result.ExitCode, result.StandardError), Is.EqualTo((0, "")));
        return result.StandardOutput.TrimEnd('\n');
    }
}
