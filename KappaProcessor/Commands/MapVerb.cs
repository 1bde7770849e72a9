using System.CommandLine;

namespace Kappa.Commands;

/// <summary><c>kappa map</c> on the command line.</summary>
internal static class MapVerb
{
    public static Command Define(ProcessHost host)
    {
        var recipes = new Option<string[]>("--recipes")
        {
            Description = "A folder with recipes or overrides; may be repeated. AutoPkg's folder of overrides if left "
                + "out.",
            HelpName = "FOLDER",
        };
        var config = new Option<string?>("--config")
        {
            Description = "The configuration file, instead of the one in the user's folder.",
            HelpName = "FILE",
        };
        var command = new Verb(
            "map",
            "Prints the names of recipes, Custom Apps and categories as CSV, to fill a map with.",
            "kappa map > names.csv")
        {
            recipes, config,
        };
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new MapCommand(host).RunAsync(
                parsed.GetValue(recipes) ?? [], parsed.GetValue(config), cancel)));
        return command;
    }
}
