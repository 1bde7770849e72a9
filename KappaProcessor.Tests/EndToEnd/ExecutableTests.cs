using System.CommandLine;
using CliWrap;
using CliWrap.Buffered;
using Kappa.Commands;
using Kappa.Tests.Installers.Corpus;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>
/// The executable says what its sources say in this process: nothing that a verb, a format or a message needs was
/// trimmed away.
/// </summary>
[Category(BuiltExecutable.Category)]
internal sealed class ExecutableTests
{
    /// <summary>What usage calls the program where it runs in this process.</summary>
    private static readonly string Host = RootCommand.ExecutableName;

    private static readonly string[] Verbs =
        ["", .. CommandLine.Root(Some.Host()).Subcommands.Select(verb => verb.Name)];

    private static IEnumerable<CorpusCase> Installers =>
    [
        .. ComponentCorpus.All, .. ProductCorpus.All, .. MediaCorpus.Zips, .. MediaCorpus.Images, .. HostileCorpus.All,
    ];

    [Test]
    public async Task Reads_every_installer_as_its_sources_do()
    {
        using var folder = new TempFolder();
        foreach (var installer in Installers)
        {
            installer.In(folder);
        }

        await RequireTheSameAsync("inspect", "--json", folder.Path);
    }

    [TestCaseSource(nameof(Verbs))]
    public async Task Shows_the_help_of_its_sources(string verb) =>
        await RequireTheSameAsync([.. verb.Length > 0 ? new[] { verb } : [], "--help"]);

    [TestCase("uplaod")]
    [TestCase("upload", "--enforcement", "never", "Teapot.pkg")]
    [TestCase("inspect", "/nowhere/none.pkg")]
    [TestCase("list", "--config", "/nowhere/config.json")]
    public async Task Fails_with_the_words_of_its_sources(params string[] arguments) =>
        await RequireTheSameAsync(arguments);

    [Test]
    public async Task Does_the_whole_job_in_its_own_sandbox()
    {
        var run = await GoAsync("demo");

        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That(run.StandardOutput + run.StandardError, Does.Contain("Created").And.Contain("Unchanged"));
    }

    private static async Task RequireTheSameAsync(params string[] arguments)
    {
        var wanted = await KappaRun.OfAsync(arguments);

        var run = await GoAsync(arguments);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.StandardError, Is.EqualTo(wanted.Errors));
        Assert.That(run.StandardOutput, Is.EqualTo(wanted.Output.Replace(Host, "kappa", StringComparison.Ordinal)));
        Assert.That(run.ExitCode, Is.EqualTo(wanted.ExitCode));
    }

    /// <summary>With nothing in its environment but where programs are.</summary>
    private static async Task<BufferedCommandResult> GoAsync(params string[] arguments)
    {
        using var folder = new TempFolder();
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name != "PATH")
            .ToDictionary(name => name, string? (_) => null);
        return await Cli.Wrap(BuiltExecutable.Path)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder.Path)
            .WithEnvironmentVariables(variables)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
    }
}
