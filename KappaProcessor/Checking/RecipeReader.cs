using Claunia.PropertyList;
using Kappa.AutoPkg;
using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>
/// Finds recipes as AutoPkg does, by asking it, and reads those that are property lists. Without AutoPkg only
/// files are found, and their parents are not.
/// </summary>
/// <param name="autopkg">Null when there is none that runs.</param>
/// <param name="read">The configuration and maps that a run would have.</param>
internal sealed class RecipeReader(AutoPkgProgram? autopkg, CheckedConfiguration read)
{
    private const string Yaml = ".yaml";

    public async Task<CheckedRecipe> ReadAsync(string named, CancellationToken cancel)
    {
        var recipe = new CheckedRecipe(named);
        try
        {
            var chain = await FindAsync(named, cancel);
            return chain.FirstOrDefault(path => path.EndsWith(Yaml, StringComparison.OrdinalIgnoreCase)) is { } yaml
                ? recipe with { Gap = NotLookedInto(yaml) }
                : Read(recipe, chain);
        }
        catch (KappaException fault)
        {
            return recipe with { Fault = fault };
        }
    }

    /// <summary>The recipe, then its parents from the nearest on.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(string named, CancellationToken cancel)
    {
        if (autopkg is null)
        {
            return File.Exists(named) ? [Path.GetFullPath(named)] : throw new KappaException(
                $"There is no file {named}, and without AutoPkg recipes are not found by name.",
                "Give the path of a recipe or an override, or see what is said of AutoPkg.");
        }

        var chain = await autopkg.FindRecipeAsync(named, cancel);
        return chain.Count > 0 ? chain : throw new KappaException(
            $"AutoPkg finds no recipe {named}, or not its parents.",
            $"Run 'autopkg info {named}' to see what is missing.");
    }

    private CheckedRecipe Read(CheckedRecipe recipe, IReadOnlyList<string> chain)
    {
        var problems = new SettingsProblems();
        var recipes = chain.Select(ReadFile).ToList();
        var hasUnknownParent = autopkg is null && recipes[0].Entries.ContainsKey("ParentRecipe");
        var environment = new RecipeVariables(chain, recipes).Read();
        var request = RunRequestReader.Read(environment, problems);
        var map = read.RecipeMap?.File is { } file
            ? RecipeMapMatcher.Find(file, request, problems)
            : MapMatch.None;
        return recipe with
        {
            Request = request,
            Settings = CheckedSettings.Of(read.Sources(request) with { Map = map }, problems),
            Gap = hasUnknownParent
                ? new KappaException(
                    $"Without AutoPkg the parents of {recipe.Named} are not looked into.",
                    "See what is said of AutoPkg.")
                : null,
        };
    }

    private static UntypedValue.Dict ReadFile(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return PropertyListParser.Parse(stream) is NSDictionary dictionary
                ? UntypedPlist.Convert(dictionary)
                : throw Unreadable(path, "is no dictionary");
        }
        catch (PropertyListFormatException fault)
        {
            throw Unreadable(path, $"is no property list: {fault.Message.TrimEnd('.')}");
        }
        catch (IOException fault)
        {
            throw Unreadable(path, $"cannot be read: {fault.Message.TrimEnd('.')}");
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unreadable(path, $"cannot be read: {fault.Message.TrimEnd('.')}");
        }
    }

    private static KappaException Unreadable(string path, string fault) =>
        new($"{path} {fault}.", "Mend the recipe, or make its override anew.");

    private static KappaException NotLookedInto(string path) => new(
        $"{path} is YAML, which is not looked into here.",
        "A dry run of the recipe (-k dry_run=true) checks the names in it.");
}
