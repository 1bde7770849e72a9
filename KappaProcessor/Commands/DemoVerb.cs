using System.CommandLine;

namespace Kappa.Commands;

/// <summary><c>kappa demo</c> on the command line.</summary>
internal static class DemoVerb
{
    public static Command Define(ProcessHost host)
    {
        var command = new Command(
            "demo",
            "Shows the whole job in half a minute: a package made on the spot, a sandbox tenant, four runs. "
                + "Needs no account.");
        command.SetAction((_, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new DemoCommand(host).RunAsync(cancel)));
        return command;
    }
}
