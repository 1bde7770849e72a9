namespace Kappa.Configuration;

/// <summary>Finds <c>config.json</c>: the one named, or beside the shim, or in the user's folder.</summary>
internal static class ConfigLocator
{
    /// <summary>The file that makes a folder the shim's.</summary>
    public const string ShimFile = "KAPPA.py";

    /// <exception cref="KappaException">A file was named, and is not there.</exception>
    public static ConfigLocation Locate(Surroundings surroundings)
    {
        var shimFolders = ShimFolders(surroundings).Distinct().ToList();
        var searched = shimFolders.Concat(UserFolders(surroundings))
            .Select(folder => Path.Combine(folder, ConfigFile.Name))
            .ToList();
        var own = Named(surroundings) ?? searched.FirstOrDefault(File.Exists);
        var old = own is null && surroundings.SucceedsPackageTools ? Predecessors.FindConfig(surroundings) : null;
        var config = own ?? old;
        return new ConfigLocation
        {
            Config = config,
            Notes = old is null ? [] : [Predecessors.MoveHint(old, UserFolder(surroundings))],
            Searched = searched,
            MapFolders = [.. shimFolders.Prepend(Path.GetDirectoryName(config)).OfType<string>().Distinct()],
        };
    }

    /// <summary>Where a user's own configuration belongs on this platform; null without a home.</summary>
    public static string? UserFolder(Surroundings surroundings) => UserFolders(surroundings).FirstOrDefault();

    private static string? Named(Surroundings surroundings)
    {
        var (path, by) = surroundings.ConfigOption is { } option
            ? (option, "--config")
            : (surroundings.Variable(EnvironmentKeys.Config.Name), EnvironmentKeys.Config.Name);
        if (path is null)
        {
            return null;
        }

        return File.Exists(path) ? Path.GetFullPath(path) : throw new KappaException(
            $"{by} names {path}, where there is no file.",
            "Name an existing config.json, or leave it out to have it looked for in the usual places.");
    }

    /// <summary>
    /// The shim says where it is. Called otherwise, the executable looks beside itself and, as
    /// <c>bin/RID/kappa</c> or
    /// <c>bin/kappa</c> of a shim, in that shim's folder; <c>/usr/local/bin</c> is nobody's.
    /// </summary>
    public static IEnumerable<string> ShimFolders(Surroundings surroundings)
    {
        if (surroundings.Variable(EnvironmentKeys.ShimFolder.Name) is { } told)
        {
            return [Path.GetFullPath(told)];
        }

        var own = Path.TrimEndingDirectorySeparator(Path.GetFullPath(surroundings.ExecutableFolder));
        var above = Path.GetDirectoryName(own);
        return new[] { above, Path.GetDirectoryName(above) }
            .OfType<string>()
            .Where(folder => File.Exists(Path.Combine(folder, ShimFile)))
            .Prepend(own);
    }

    /// <summary>
    /// Apple's folder for it, elsewhere the XDG Base Directory Specification's, which takes absolute paths
    /// only.
    /// </summary>
    private static IEnumerable<string> UserFolders(Surroundings surroundings)
    {
        var home = surroundings.Variable("HOME");
        if (surroundings.IsMacOS)
        {
            return home is null ? [] : [Path.Combine(home, "Library", "Application Support", "Kappa")];
        }

        if (surroundings.Variable("XDG_CONFIG_HOME") is { } xdg && Path.IsPathFullyQualified(xdg))
        {
            return [Path.Combine(xdg, "kappa")];
        }

        return home is null ? [] : [Path.Combine(home, ".config", "kappa")];
    }
}
