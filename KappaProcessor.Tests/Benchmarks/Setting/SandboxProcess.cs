using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary><c>kappa sandbox</c> as a process of its own: the same server for all contenders.</summary>
internal sealed partial class SandboxProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly HttpClient http = new();
    private int marks;

    private SandboxProcess(Process process) => this.process = process;

    public Uri Origin { get; private set; } = null!;

    /// <param name="state">A folder with the tenant to begin with; null for an empty one in memory.</param>
    /// <param name="processing">How long an upload is "still being processed".</param>
    public static async Task<SandboxProcess> StartAsync(string? state = null, TimeSpan processing = default)
    {
        var command = KappaExecutable.UnderTest.Command(
        [
            "sandbox", "--processing-seconds", $"{processing.TotalSeconds}",
            .. state is null ? Array.Empty<string>() : ["--state", state],
        ]);
        var sandbox = new SandboxProcess(Process.Start(
            new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardOutput = true })!);
        sandbox.process.OutputDataReceived += (_, line) => sandbox.Hear(line.Data);
        sandbox.process.BeginOutputReadLine();
        var welcome = await sandbox.lines.Reader.ReadAsync();
        sandbox.Origin = new Uri(Address().Match(welcome).Value);
        await sandbox.JournalAsync();
        return sandbox;
    }

    /// <summary>A folder for <see cref="StartAsync"/> in which the tenant holds <paramref name="state"/>.</summary>
    public static string Prepare(TempFolder folder, SandboxState state)
    {
        folder.Write("tenant/tenant.json", state.ToJson().ToString());
        return folder["tenant"];
    }

    /// <summary>
    /// What was asked since the last time, in order. A request of its own comes last: when that is in the journal,
    /// all before it are.
    /// </summary>
    public async Task<Journal> JournalAsync()
    {
        var mark = $"/?mark={++marks}";
        using var answer = await http.GetAsync(new Uri(Origin, mark));
        var heard = new List<string>();
        while (true)
        {
            var line = await lines.Reader.ReadAsync();
            if (line.Contains($" {mark} ", StringComparison.Ordinal))
            {
                return Journal.Parse(heard);
            }

            heard.Add(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            lines.Writer.TryComplete();
            return;
        }

        lines.Writer.TryWrite(line);
    }

    [GeneratedRegex(@"http://[\d.]+:\d+")]
    private static partial Regex Address();
}
