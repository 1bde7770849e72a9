using System.Text.RegularExpressions;

namespace Kappa.AutoPkg;

/// <summary>
/// Finds recipes as AutoPkg finds the parents of others: a file, or a name or identifier in the folders it
/// searches. Overrides are never parents.
/// </summary>
internal sealed partial class RecipeFinder
{
    /// <summary>Recipes; the longest chain in public repositories has six.</summary>
    private const int LongestLineage = 16;

    private readonly AutoPkgFolders folders;
    private readonly Lazy<Dictionary<string, string>> pathsByIdentifier;

    public RecipeFinder(AutoPkgFolders folders)
    {
        this.folders = folders;
        pathsByIdentifier = new Lazy<Dictionary<string, string>>(ReadIdentifiers);
    }

    /// <exception cref="KappaException">There is none, or it cannot be read, or it is an override.</exception>
    public ParentRecipe Find(string nameOrFile)
    {
        var name = RecipeFiles.NameOf(nameOrFile);
        if (name is not null && File.Exists(nameOrFile))
        {
            return FindFile(Path.GetFullPath(nameOrFile));
        }

        name ??= nameOrFile;
        var path = folders.Search.SelectMany(RecipeFiles.Searched)
            .FirstOrDefault(file => RecipeFiles.NameOf(file) == name);
        return path is not null ? ParentRecipe.Read(path)
            : FindIdentifier(name) ?? Unseen(name)
            ?? throw new KappaException(
                $"There is no recipe {nameOrFile} in the folders that AutoPkg searches: "
                    + $"{string.Join(", ", folders.Search)}.",
                "Add its repository with autopkg repo-add, or give the recipe's file or identifier.");
    }

    /// <summary>Null when AutoPkg's folders have no readable recipe of that identifier.</summary>
    public ParentRecipe? FindIdentifier(string identifier) =>
        pathsByIdentifier.Value.GetValueOrDefault(identifier) is { } path ? ParentRecipe.Read(path) : null;

    /// <summary>The recipe, or one that it builds on, has the KAPPA step.</summary>
    public bool RunsKappa(ParentRecipe recipe)
    {
        var next = recipe;
        for (var generation = 0; next is not null && generation < LongestLineage; generation++)
        {
            if (next.RunsKappa)
            {
                return true;
            }

            next = next.Grandparent is { } identifier ? FindIdentifier(identifier) : null;
        }

        return false;
    }

    private ParentRecipe FindFile(string path)
    {
        var recipe = ParentRecipe.Read(path);
        var folder = Path.GetDirectoryName(path);
        return folders.Overrides.Any(overrides => folder == overrides)
            ? throw new KappaException(
                $"{path} is an override, and AutoPkg takes no override for a parent.",
                $"Give the recipe that it overrides: {recipe.Grandparent ?? "the one in its ParentRecipe"}.")
            : recipe;
    }

    /// <summary>
    /// The repository may be on another machine, where AutoPkg runs. Null for what looks like no identifier.
    /// </summary>
    private static ParentRecipe? Unseen(string identifier) =>
        new ParentRecipe(identifier, identifier) is var recipe
        && (recipe.Kind is null ? Identifier() : LongIdentifier()).IsMatch(identifier)
            ? recipe
            : null;

    /// <summary>The first of an identifier is the one that AutoPkg takes.</summary>
    private Dictionary<string, string> ReadIdentifiers()
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in folders.Search.SelectMany(RecipeFiles.Searched))
        {
            try
            {
                paths.TryAdd(ParentRecipe.Read(path).Identifier, path);
            }
            catch (KappaException)
            {
                // AutoPkg goes on as well; a broken recipe in a repository of thousands is not this one's fault.
            }
        }

        return paths;
    }

    /// <summary>Reverse domain order, with two dots or more: <c>com.github.autopkg.pkg.Firefox_EN</c>.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    /// <summary>What ends like a recipe's name needs more: <c>WordPress.com.pkg</c> is a name.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){3,}$", RegexOptions.CultureInvariant)]
    private static partial Regex LongIdentifier();
}
