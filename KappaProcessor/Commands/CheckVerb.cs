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
        var command = new Verb(
            "check",
            "Checks everything that a run depends on, and changes nothing in the tenant.",
            "kappa check",
            "kappa check Firefox.pkg Zoom.pkg",
            "kappa check --json > check.json")
        {
            Details = "Configuration, token, each permission, categories and names, AutoPkg and the programs around it, "
                + "one line each. The exit code is 1 when anything would fail a run.",
        };
        command.Add(recipes);
        command.Add(json);
        command.Add(config);
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
