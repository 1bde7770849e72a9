using Claunia.PropertyList;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>Where this user's AutoPkg has its recipes.</summary>
/// <param name="Search">Folders that AutoPkg searches for recipes, in its order.</param>
/// <param name="Overrides">Folders of overrides; new ones go into the first.</param>
internal sealed record AutoPkgFolders(IReadOnlyList<string> Search, IReadOnlyList<string> Overrides)
{
    private const string Domain = "com.github.autopkg.plist";

    private static readonly string[] FileNames = ["config.plist", "config.json"];

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
        var preferences = PreferenceFiles(variable, isMac).Where(File.Exists).Select(Load).ToList();
        return new AutoPkgFolders(
            [
                .. (Preference(preferences, "RECIPE_SEARCH_DIRS")
                        ?? UsualSearch.Concat(Repositories(preferences, home)))
                    .Select(folder => Expand(folder, home)),
            ],
            [
                .. (Preference(preferences, "RECIPE_OVERRIDE_DIRS") ?? [UsualOverrides])
                    .Select(folder => Expand(folder, home)),
            ]);
    }

    /// <summary>The folder with its <c>~</c> and dots resolved, as AutoPkg does it.</summary>
    public static string Expand(string folder, string? home) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(
        home is not null && (folder == "~" || folder.StartsWith("~/", StringComparison.Ordinal))
            ? home + folder[1..]
            : folder));

    /// <summary>What was added to AutoPkg, also where its preferences do not say so.</summary>
    private static IEnumerable<string> Repositories(List<UntypedValue.Dict> preferences, string? home)
    {
        var folder = Expand(Preference(preferences, "RECIPE_REPO_DIR")?[0] ?? UsualRepositories, home);
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }

    /// <summary>One text counts as an array of it; an empty array as none.</summary>
    private static IReadOnlyList<string>? Preference(IEnumerable<UntypedValue.Dict> preferences, string name) =>
        preferences.Select(one => Texts(one.At(name))).FirstOrDefault(folders => folders.Count > 0);

    private static IReadOnlyList<string> Texts(UntypedValue? preference) => preference switch
    {
        UntypedValue.Text { IsEmpty: false } folder => [folder.Value],
        UntypedValue.List folders => [.. folders.Items.OfType<UntypedValue.Text>().Select(folder => folder.Value)],
        _ => [],
    };

    /// <summary>
    /// autopkglib, <c>Preferences</c>. Elsewhere than on a Mac the first one that is there is the only one.
    /// </summary>
    private static IEnumerable<string> PreferenceFiles(Func<string, string?> variable, bool isMac)
    {
        var home = variable("HOME");
        if (isMac)
        {
            return home is null
                ? [$"/Library/Preferences/{Domain}"]
                : [$"{home}/Library/Preferences/{Domain}", $"/Library/Preferences/{Domain}"];
        }

        var folder = variable("XDG_CONFIG_HOME") is { Length: > 0 } xdg ? xdg
            : home is null ? null
            : Path.Combine(home, ".config");
        return folder is null
            ? []
            : FileNames
                .Select(file => Path.Combine(folder, "Autopkg", file))
                .Where(File.Exists)
                .Take(1);
    }

    private static UntypedValue.Dict Load(string path)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            var file = TextFile.Read(path);
            return UntypedJson.ParseObject(file.Text ?? throw Unreadable(path, file.Fault!), path);
        }

        try
        {
            return PropertyListParser.Parse(new FileInfo(path)) is NSDictionary preferences
                ? UntypedPlist.Convert(preferences)
                : throw Unreadable(path, "is a property list, but no dictionary");
        }
        catch (PropertyListFormatException fault)
        {
            throw Unreadable(path, $"is no property list: {fault.Message.TrimEnd('.')}");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(path, "cannot be read: permission denied");
        }
    }

    private static KappaException Unreadable(string path, string fault) => new(
        $"AutoPkg's preferences, {path}: the file {fault}.",
        "Mend it, or name the folders with recipes with --search-dir.");
}
