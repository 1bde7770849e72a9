using System.CommandLine;

namespace Kappa.Commands;

/// <summary><c>kappa process</c> on the command line.</summary>
internal static class ProcessVerb
{
    public static Command Define(ProcessHost host)
    {
        var config = new Option<string?>("--config")
        {
            Description = "The configuration file, instead of the one beside the shim or in the user's folder.",
            HelpName = "FILE",
        };
        var levels = new Option<bool>("--log-levels")
        {
            Description = "Start each line on stderr with AutoPkg's verbosity level (1, 2, 3) or E, and a tab; "
                + "for the shim.",
        };
        var command = new Verb(
            "process",
            "The AutoPkg step: environment as a plist on stdin, results as a plist on stdout.",
            "autopkg run -v Firefox.pkg --post io.kandji.kappa/KAPPA")
        {
            config,
            levels,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            host,
            new ProcessOptions(
                parsed.GetValue(config), parsed.GetValue(levels) ? LogFormat.Levels : LogFormat.Plain),
            cancel));
        return command;
    }

    /// <summary>The AutoPkg step; AutoPkg has a number of its own for a failed one.</summary>
    public static Task<int> RunAsync(ProcessHost host, ProcessOptions options, CancellationToken cancel) =>
        Guard.RunAsync(
            host,
            new FailureForm(ExitCode.RunFailed, options.Format),
            () => new ProcessCommand(host).RunAsync(options, cancel));
}
