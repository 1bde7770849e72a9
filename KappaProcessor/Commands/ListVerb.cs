using System.CommandLine;

namespace Kappa.Commands;

/// <summary><c>kappa list</c> on the command line.</summary>
internal static class ListVerb
{
    public static Command Define(ProcessHost host)
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON array, one object an app." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV, one line an app." };
        var config = new Option<string?>("--config")
        {
            Description = "The configuration file, instead of the one in the user's folder.",
            HelpName = "FILE",
        };
        var command = new Verb("list", "Lists the tenant's Custom Apps.", "kappa list", "kappa list --csv > apps.csv")
        {
            json, csv, config,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("Give --json or --csv, not both.");
            }
        });
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new ListCommand(host).RunAsync(
                parsed.GetValue(config),
                table => parsed.GetValue(json) ? table.ToJson()
                    : parsed.GetValue(csv) ? table.ToCsv()
                    : table.ToText(),
                cancel)));
        return command;
    }
}
