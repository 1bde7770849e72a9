namespace Kappa.Commands;

/// <summary>
/// <c>kappa completions</c>: a shell's completion script, which asks the executable itself what may come next
/// (the suggest directive of System.CommandLine), so that it never falls behind the options.
/// </summary>
internal sealed class CompletionsCommand(ProcessHost host)
{
    public async Task<ExitCode> RunAsync(string shell, CancellationToken cancel)
    {
        await using var script = typeof(CompletionsCommand).Assembly.GetManifestResourceStream($"kappa.{shell}")!;
        await script.CopyToAsync(host.Output, cancel);
        return ExitCode.Done;
    }
}
