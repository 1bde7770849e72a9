using System.CommandLine;
using Kappa.Sandbox;

namespace Kappa.Commands;

/// <summary><c>kappa sandbox</c> on the command line.</summary>
internal static class SandboxVerb
{
    public static Command Define(ProcessHost host)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on 127.0.0.1; a free one if left out.",
            HelpName = "PORT",
        };
        var state = new Option<string?>("--state")
        {
            Description = "A folder that keeps the tenant from one start to the next.",
            HelpName = "FOLDER",
        };
        var token = new Option<string?>("--token")
        {
            Description = "The only API token to let in; any if left out.",
            HelpName = "TOKEN",
        };
        var processing = new Option<double>("--processing-seconds")
        {
            Description = "How long an upload is \"still being processed\".",
            HelpName = "SECONDS",
        };
        var faults = new Option<string[]>("--fault")
        {
            Description = "Trouble to make, as STEP:FAULT, for example create:503*2 or upload:reset-after; "
                + "may be repeated.",
            HelpName = "FAULT",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Verb(
            "sandbox",
            "A simulated Kandji tenant on this machine, to rehearse recipes with.",
            "kappa sandbox --port 8080 --token rehearsal",
            "KANDJI_API_URL=http://127.0.0.1:8080 KANDJI_TOKEN=rehearsal kappa upload Firefox.pkg")
        {
            port, state, token, processing, faults,
        };
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new SandboxCommand(
                new SandboxOptions
                {
                    Port = parsed.GetValue(port),
                    StateFolder = parsed.GetValue(state),
                    Token = parsed.GetValue(token),
                    ProcessingTime = TimeSpan.FromSeconds(parsed.GetValue(processing)),
                    Faults = [.. (parsed.GetValue(faults) ?? []).Select(FaultSyntax.Parse)],
                },
                parsed.InvocationConfiguration.Output,
                host.Clock).RunAsync(cancel)));
        return command;
    }
}
