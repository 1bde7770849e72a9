using Kappa.Sandbox;

namespace Kappa.Commands;

/// <summary><c>kappa sandbox</c>: a simulated tenant, until it is told to stop.</summary>
internal sealed class SandboxCommand(SandboxOptions options, TextWriter output, TimeProvider clock)
{
    /// <summary>Being stopped is how this command ends well.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancel)
    {
        var watched = options with { Watch = Print };
        await using var sandbox = await SandboxServer.StartAsync(watched, clock, cancel);
        Print(Welcome(sandbox));

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancel.Register(stopped.SetResult);
        await await Task.WhenAny(stopped.Task, sandbox.Failure);
        return ExitCode.Done;
    }

    private string Welcome(SandboxServer sandbox)
    {
        var url = sandbox.Origin.GetLeftPart(UriPartial.Authority);
        var (rule, token) = options.Token is null
            ? ("any is let in", "rehearsal")
            : ("only the one given with --token is let in", "...");
        return $"""
            Sandbox tenant at {url}; Ctrl-C stops it.
              API      {url}/api/v1/
              Token    {rule}
              State    {options.StateFolder ?? "in memory only; --state FOLDER keeps it"}
              Slack    {sandbox.WebhookUrl}
              Trouble  {(options.Faults.Count == 0 ? "none" : $"{options.Faults.Count} fault(s) in store")}
            Point Kappa at it, in another terminal:
              export KANDJI_API_URL={url} KANDJI_TOKEN={token} ENV_KEYSTORE=true
              autopkg run -v RECIPE --post io.kandji.kappa/KAPPA

            """;
    }

    private void Print(LoggedRequest request) => Print($"{request}\n");

    private void Print(string text)
    {
        output.Write(text);
        output.Flush();
    }
}
