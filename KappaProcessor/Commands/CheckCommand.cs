using Kappa.Checking;

namespace Kappa.Commands;

/// <summary><c>kappa check</c>: whether a run could do its work.</summary>
internal sealed class CheckCommand(ProcessHost host)
{
    /// <summary>Failed when anything would fail a run.</summary>
    public async Task<ExitCode> RunAsync(
        IReadOnlyList<string> recipes, string? configFile, bool json, CancellationToken cancel)
    {
        using var logs = Logging.Create((int)NoteLevel.Warning, LogFormat.Plain, host.Error, host.Secrets);
        var found = await new Checkup(host, logs.GetLogger("kappa")).RunAsync(recipes, configFile, cancel);
        IReadOnlyList<Finding> findings = [.. found.Select(WithoutSecrets)];

        // https://no-color.org
        var colored = host.OutputIsTerminal && host.Variable("TERM") is not "dumb"
            && string.IsNullOrEmpty(host.Variable("NO_COLOR"));
        await using var output = new StreamWriter(host.Output, leaveOpen: true);
        await output.WriteAsync(json ? FindingJson.Of(findings) : FindingText.Of(findings, colored));
        return findings.Any(finding => finding.Status == CheckStatus.Failed) ? ExitCode.Failed : ExitCode.Done;
    }

    private Finding WithoutSecrets(Finding finding) => finding with
    {
        Message = host.Secrets.Scrub(finding.Message),
        Remedy = finding.Remedy is { } remedy ? host.Secrets.Scrub(remedy) : null,
    };
}
