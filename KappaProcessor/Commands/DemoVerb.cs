using System.CommandLine;

namespace Kappa.Commands;

/// <summary><c>kappa demo</c> on the command line.</summary>
internal static class DemoVerb
{
    public static Command Define(ProcessHost host)
    {
        var command = new Verb("demo", "Shows the whole job in half a minute, without an account.")
        {
            Details = "A package made on the spot, a sandbox tenant on this machine, and four runs of the AutoPkg step.",
        };
        command.SetAction((_, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new DemoCommand(host).RunAsync(cancel)));
        return command;
    }
}
