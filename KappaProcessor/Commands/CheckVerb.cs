using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kappa.Commands;

/// <summary><c>kappa check</c> on the command line.</summary>
internal static class CheckVerb
{
    public static Command Define(ProcessHost host)
    {
        var recipes = new Argument<string[]>("RECIPE")
        {
            Description = "Recipes or overrides, by name or path, whose names and categories are checked as well.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        recipes.Validators.Add(RefuseOptions);
        var json = new Option<bool>("--json") { Description = "Print a JSON array, one object a check." };
        var config = new Option<string?>("--config")
        {
            Description = "The configuration file, instead of the one in the user's folder.",
            HelpName = "FILE",
        };
        var command = new Command(
            "check",
            """
            Checks everything that a run depends on, and changes nothing in the tenant: configuration, token, each
            permission, categories and names, AutoPkg and the programs around it. The exit code is 1 when anything
            would fail a run.

            Examples:
              kappa check                     before the first run, or when something is wrong
              kappa check Firefox.pkg Zoom    and what these recipes name
              kappa check --json              for a program
            """)
        {
            recipes, json, config,
        };
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new CheckCommand(host).RunAsync(
                parsed.GetValue(recipes) ?? [], parsed.GetValue(config), parsed.GetValue(json), cancel)));
        return command;
    }

    /// <summary>The parser takes an option that it does not know for a recipe.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var unknown in result.Tokens.Select(token => token.Value).Where(value => value.StartsWith('-')))
        {
            result.AddError($"There is no option {unknown}.");
        }
    }
}
