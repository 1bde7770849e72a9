using System.CommandLine;
using System.CommandLine.Parsing;
using Kappa.AutoPkg;
using Kappa.Configuration;

namespace Kappa.Commands;

/// <summary><c>kappa recipe</c> on the command line.</summary>
internal sealed class RecipeVerb
{
    private readonly Argument<string[]> recipes = new("RECIPE")
    {
        Description = "A recipe's name (Firefox.pkg), identifier or file. An identifier that AutoPkg's folders do not "
            + "have is taken as it is.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly RecipeVariantOptions prod = new("", StatedKeys.Prod);

    private readonly RecipeVariantOptions test = new("test-", StatedKeys.Test);

    private readonly Option<bool> asOverride = new("--override")
    {
        Description = "Write an override of the recipe that has the KAPPA step, with what is given here and nothing "
            + "else.",
    };

    private readonly Option<string> prefix = new("--identifier-prefix")
    {
        Description = $"What the identifiers of child recipes begin with; {ChildRecipe.UsualPrefix} if left out.",
        HelpName = "PREFIX",
        DefaultValueFactory = _ => ChildRecipe.UsualPrefix,
    };

    private readonly Option<string?> output = new("--output")
    {
        Description = "Where the files go: the current folder if left out, AutoPkg's folder of overrides for "
            + "--override.",
        HelpName = "FOLDER",
    };

    private readonly Option<string[]> search = new("--search-dir")
    {
        Description = "A folder with recipes, instead of those that AutoPkg searches; may be repeated.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> yaml = new("--yaml") { Description = "Write YAML, not a property list." };

    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Print what would be written.",
    };

    private RecipeVerb()
    {
    }

    public static Command Define(ProcessHost host)
    {
        var verb = new RecipeVerb();
        var command = new Verb(
            "recipe",
            "Adds the KAPPA step to AutoPkg recipes, as child recipes or overrides.",
            "kappa recipe Firefox.pkg --prod-name Firefox --category Productivity",
            "kappa recipe Firefox.pkg Zoom.pkg --test-name \"%NAME% (Pilot)\" --yaml",
            "kappa recipe --override Firefox.kandji --enforcement audit_enforce --delay 5")
        {
            Details = "A child is NAME.kandji, and its parent is left alone. A %NAME% in a value is replaced by the "
                + "recipe's NAME.",
        };
        command.Add(verb.recipes);
        Option[] options =
        [
            .. verb.prod.Named, .. verb.test.Named, verb.asOverride, verb.prefix, verb.output, verb.search, verb.yaml,
            verb.dryRun,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        verb.recipes.Validators.Add(CheckRecipes);
        verb.prefix.Validators.Add(CheckPrefix);
        command.Validators.Add(verb.CheckNames);
        command.Validators.Add(verb.CheckOverride);
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new RecipeCommand(host, verb.Read(parsed)).RunAsync(cancel)));
        return command;
    }

    private RecipeOptions Read(ParseResult parsed) => new()
    {
        Recipes = parsed.GetRequiredValue(recipes),
        Stated = new StatedSettings { Prod = prod.Read(parsed), Test = test.Read(parsed) },
        AsOverride = parsed.GetValue(asOverride),
        IdentifierPrefix = parsed.GetRequiredValue(prefix),
        Output = parsed.GetValue(output),
        SearchFolders = parsed.GetValue(search) ?? [],
        Yaml = parsed.GetValue(yaml),
        DryRun = parsed.GetValue(dryRun),
    };

    /// <summary>The parser takes an option that it does not know for a recipe.</summary>
    private static void CheckRecipes(ArgumentResult result)
    {
        foreach (var recipe in result.Tokens.Select(token => token.Value).Where(one => one is "" or ['-', ..]))
        {
            result.AddError(recipe.Length == 0 ? "A recipe's name is empty." : $"There is no option {recipe}.");
        }
    }

    private static void CheckPrefix(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => !IsIdentifier(token.Value)))
        {
            result.AddError(
                $"--identifier-prefix is '{token.Value}'. Use letters, digits, - and _, with single dots between, like "
                    + "com.example.kandji.");
        }
    }

    private static bool IsIdentifier(string text) => text.Split('.').All(
        word => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));

    private void CheckNames(CommandResult result)
    {
        var (one, other) = (result.GetValue(prod.Name), result.GetValue(test.Name));
        if (one is not null && one == other)
        {
            result.AddError(
                $"{test.Name.Name} is '{other}', the same as {prod.Name.Name}. Give the test app a name of its own, or "
                    + "leave one of them out.");
        }

        var count = result.GetResult(recipes)?.Tokens.Count(token => !token.Value.StartsWith('-')) ?? 0;
        foreach (var option in new[] { prod.Name, test.Name })
        {
            if (count > 1 && result.GetValue(option) is { } name && !KeyReferences.In(name).Any())
            {
                result.AddError(
                    $"{option.Name} is '{name}' for several recipes, which would all update one Custom App. Use %NAME% "
                        + "in it, or give the recipes one by one.");
            }
        }
    }

    private void CheckOverride(CommandResult result)
    {
        var isGiven = prod.Named.Concat(test.Named).Any(option => result.GetResult(option) is { Implicit: false });
        if (result.GetValue(asOverride) && !isGiven)
        {
            result.AddError(
                "An override without a value would change nothing. Give at least one, --category for example.");
        }
    }
}
