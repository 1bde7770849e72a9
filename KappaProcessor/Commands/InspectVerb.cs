using System.CommandLine;

namespace Kappa.Commands;

/// <summary><c>kappa inspect</c> on the command line.</summary>
internal static class InspectVerb
{
    public static Command Define(ProcessHost host)
    {
        var paths = new Argument<string[]>("FILE|DIR")
        {
            Description = "Installers (.pkg, .mpkg, .dmg, .zip), or folders that are searched for them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print a JSON array, one object a file." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV, one line a file." };
        var fast = new Option<bool>("--fast")
        {
            Description = "Identify only: read a package's own documents, not its payload and checksum.",
        };
        var command = new Verb(
            "inspect",
            "Tells what installers hold: application, bundle id, version, package id.",
            "kappa inspect ~/Downloads/Firefox.dmg",
            "kappa inspect --csv ~/Library/AutoPkg/Cache > installers.csv")
        {
            paths, json, csv, fast,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("Give --json or --csv, not both.");
            }
        });

        // The parser takes an option that it does not know for a file.
        paths.Validators.Add(result =>
        {
            foreach (var path in result.Tokens.Select(token => token.Value))
            {
                if (path.StartsWith('-') && !Path.Exists(path))
                {
                    result.AddError($"There is no option {path}.");
                }
            }
        });
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new InspectCommand(host).RunAsync(
                parsed.GetRequiredValue(paths),
                new InspectOptions(parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(fast)),
                cancel)));
        return command;
    }
}
