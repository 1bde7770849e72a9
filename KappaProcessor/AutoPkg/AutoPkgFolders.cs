namespace Kappa.AutoPkg;

/// <summary>Where this user's AutoPkg has its recipes.</summary>
/// <param name="Search">Folders that AutoPkg searches for recipes, in its order.</param>
/// <param name="Overrides">Folders of overrides; new ones go into the first.</param>
internal sealed record AutoPkgFolders(IReadOnlyList<string> Search, IReadOnlyList<string> Overrides)
{
    /// <summary>autopkg, <c>get_search_dirs</c>.</summary>
    private static readonly string[] UsualSearch = [".", "~/Library/AutoPkg/Recipes", "/Library/AutoPkg/Recipes"];

    private const string UsualRepositories = "~/Library/AutoPkg/RecipeRepos";

    /// <summary>autopkg, <c>get_override_dirs</c>.</summary>
    private const string UsualOverrides = "~/Library/AutoPkg/RecipeOverrides";

    /// <param name="variable">An environment variable's value, or null.</param>
    /// <param name="isMac">Preferences are in the user's domain; elsewhere in a file.</param>
    /// <exception cref="KappaException">AutoPkg's preferences cannot be read.</exception>
    public static AutoPkgFolders Read(Func<string, string?> variable, bool isMac)
    {
        var home = variable("HOME");
        var preferences = AutoPkgPreferences.Read(variable, isMac);
        return new AutoPkgFolders(
            [
                .. (preferences.Find("RECIPE_SEARCH_DIRS")
                        ?? UsualSearch.Concat(Repositories(preferences, home)))
                    .Select(folder => Expand(folder, home)),
            ],
            [
                .. (preferences.Find("RECIPE_OVERRIDE_DIRS") ?? [UsualOverrides])
                    .Select(folder => Expand(folder, home)),
            ]);
    }

    /// <summary>The folder with its <c>~</c> and dots resolved, as AutoPkg does it.</summary>
    public static string Expand(string folder, string? home) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(
        home is not null && (folder == "~" || folder.StartsWith("~/", StringComparison.Ordinal))
            ? home + folder[1..]
            : folder));

    /// <summary>What was added to AutoPkg, also where its preferences do not say so.</summary>
    private static IEnumerable<string> Repositories(AutoPkgPreferences preferences, string? home)
    {
        var folder = Expand(preferences.Find("RECIPE_REPO_DIR")?[0] ?? UsualRepositories, home);
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }
}
