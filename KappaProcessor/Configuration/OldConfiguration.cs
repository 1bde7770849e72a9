namespace Kappa.Configuration;

/// <summary>The folder of KAPPA, kpkg or irupkg, with a <c>config.json</c> in it.</summary>
internal sealed record OldConfiguration(string Folder)
{
    private const string ProcessorFile = "KAPPA.py";

    /// <summary>What tells the folder of Kappa's own shim from KAPPA's.</summary>
    private const string ShimsExample = "config.example.json";

    private static readonly string[] Kept = [MapFile.RecipeMapName, MapFile.PackageMapName, CaskSchedule.FileName];

    private static readonly string[] AutoPkgFolders =
        ["Library/AutoPkg/RecipeRepos", "Library/AutoPkg/RecipeOverrides"];

    public string ConfigPath => Path.Combine(Folder, ConfigFile.Name);

    /// <summary>The maps and the list of casks that are there.</summary>
    public IEnumerable<string> Files => Kept.Select(name => Path.Combine(Folder, name)).Where(File.Exists);

    /// <exception cref="KappaException">There is no <c>config.json</c>.</exception>
    public static OldConfiguration At(string folder)
    {
        var found = new OldConfiguration(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return File.Exists(found.ConfigPath) ? found : throw new KappaException(
            $"There is no {found.ConfigPath} to take over.",
            "Name the folder of KAPPA, kpkg or irupkg that has the config.json.");
    }

    /// <summary>Where the older tools are known to keep theirs.</summary>
    public static IReadOnlyList<OldConfiguration> Find(Surroundings surroundings) =>
    [
        .. ProcessorFolders(surroundings.Variable("HOME")).Concat(Predecessors.Folders(surroundings))
            .Distinct()
            .Select(folder => new OldConfiguration(folder))
            .Where(old => File.Exists(old.ConfigPath)),
    ];

    /// <summary>A clone for AutoPkg, in its folder of repositories or among the overrides.</summary>
    private static IEnumerable<string> ProcessorFolders(string? home) => home is null ? [] : AutoPkgFolders
        .Select(folder => Path.Combine(home, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Prepend(folder))
        .Where(folder => File.Exists(Path.Combine(folder, ProcessorFile))
            && !File.Exists(Path.Combine(folder, ShimsExample)));
}
