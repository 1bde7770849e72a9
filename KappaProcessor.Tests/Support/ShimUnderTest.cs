using System.Text;
using CliWrap;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Support;

/// <summary>
/// A copy of <c>shim/KAPPA.py</c> in a folder of its own, run by python3 with stand-ins for AutoPkg and the
/// executable, which is at <c>bin/kappa</c> beside it if it was given a program.
/// </summary>
internal sealed class ShimUnderTest : IDisposable
{
    /// <summary>No test waits for as long; it only keeps one that hangs from hanging for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder folder = new();

    public ShimUnderTest(string? program = null)
    {
        folder.Write("shim/KAPPA.py", File.ReadAllText(SourceTree.At("shim", "KAPPA.py")));
        if (program is not null)
        {
            Place("shim/bin/kappa", program);
        }
    }

    /// <summary>The process environment that AutoPkg has, on top of what every run needs.</summary>
    public Dictionary<string, string?> Variables { get; } = new()
    {
        ["KAPPA_EXECUTABLE"] = null,
        ["PYTHONUNBUFFERED"] = null,
    };

    public string this[string name] => folder[name];

    /// <summary>Put a stand-in for the executable there.</summary>
    public string Place(string name, string program) => StandIn.Place(folder[name], program);

    /// <param name="world">Python that sets <c>env</c>, as <c>Support/AutoPkg/run_processor.py</c> tells.</param>
    /// <param name="heard">Called with every line that the shim prints, at once.</param>
    public async Task<ShimRun> RunAsync(
        string world = "env = {'NAME': 'Firefox', 'verbose': 1}",
        Action<string>? heard = null)
    {
        var python = await Python.RequireAsync();
        using var patience = new CancellationTokenSource(Patience);
        var output = new StringBuilder();
        var errors = new StringBuilder();

        var result = await Cli.Wrap(python)
            .WithArguments([
                Path.Combine(StandIn.Library, "run_processor.py"),
                folder["shim/KAPPA.py"],
                folder.Write("world.py", world),
                folder["outcome.json"]])
            .WithWorkingDirectory(folder.Path)
            .WithEnvironmentVariables(ProcessVariables(python))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
            {
                output.AppendLine(line);
                heard?.Invoke(line);
            }))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(patience.Token);

        TestContext.Out.Write(errors);
        var outcome = Read("outcome.json");
        return new ShimRun(result.ExitCode, output.ToString())
        {
            Environment = outcome?["env"]?.ToString(Formatting.None),
            Error = (string?)outcome?["error"],
            Note = Read("shim/bin/note.json")?.ToString(Formatting.None),
        };
    }

    /// <summary>Lets go a stand-in that reads this FIFO.</summary>
    public void OpenFifo(string name) =>
        File.OpenHandle(folder[name], FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();

    public void Dispose() => folder.Dispose();

    private Dictionary<string, string?> ProcessVariables(string python) => new(Variables)
    {
        ["PATH"] = $"{Path.GetDirectoryName(python)}:/usr/bin:/bin:{folder["on-path"]}",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
    };

    private JToken? Read(string name) =>
        File.Exists(folder[name]) ? JToken.Parse(File.ReadAllText(folder[name])) : null;
}
