using System.CommandLine;

namespace Kappa.Commands;

/// <summary>The verbs. The options of each, and what it does, are in files of their own.</summary>
internal static class CommandLine
{
    public static async Task<ExitCode> RunAsync(string[] args, ProcessHost host, CancellationToken cancel)
    {
        var result = Root(host).Parse(args);
        var output = new StreamWriter(host.Output) { AutoFlush = true };
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,

            // Program turns signals into the token.
            ProcessTerminationTimeout = null,
        };
        if (result.Errors.Count > 0)
        {
            await result.InvokeAsync(invocation, cancel);
            return ExitCode.Usage;
        }

        return (ExitCode)await result.InvokeAsync(invocation, cancel);
    }

    private static RootCommand Root(ProcessHost host)
    {
        var root = new RootCommand(
            "Creates and updates Kandji Custom Apps from the installers that AutoPkg recipes build.")
        {
            ProcessVerb.Define(host),
            UploadVerb.Define(host),
            InspectVerb.Define(host),
            ListVerb.Define(host),
            MapVerb.Define(host),
            SetupVerb.Define(host),
            ScheduleVerb.Define(host),
            SandboxVerb.Define(host),
            DemoVerb.Define(host),
        };

        // AutoPkg's own way of starting a processor: bare, with a plist on stdin.
        root.SetAction((parsed, cancel) => host.InputIsTerminal
            ? root.Parse("--help").InvokeAsync(parsed.InvocationConfiguration, cancel)
            : ProcessVerb.RunAsync(host, new ProcessOptions(null, LogFormat.Plain), cancel));
        return root;
    }
}
