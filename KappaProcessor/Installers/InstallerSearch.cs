namespace Kappa.Installers;

/// <summary>The installers that a path on a command line stands for.</summary>
internal static class InstallerSearch
{
    private static readonly string[] Suffixes = [".pkg", ".mpkg", ".dmg", ".zip"];

    /// <summary>
    /// The files in a folder and below it that are called installers, by name; anything else as it is.
    /// </summary>
    /// <exception cref="KappaException">The folder has none, or may not be read.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (!Directory.Exists(path) || IsBundle(path))
        {
            return [path];
        }

        try
        {
            var found = Below(path).Order(StringComparer.Ordinal).ToList();
            return found.Count > 0 ? found : throw new KappaException(
                $"{path} holds no installer.",
                $"One is called {string.Join(", ", Suffixes)}; give a file's own path otherwise.");
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new KappaException(
                $"{path} cannot be searched: {fault.Message}",
                "Give the user who runs this the right to read it.",
                fault);
        }
    }

    private static IEnumerable<string> Below(string folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = false };
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options))
        {
            if (IsInstaller(entry.Name))
            {
                yield return Path.Combine(folder, entry.Name);
            }
            else if (entry is DirectoryInfo { LinkTarget: null } && !IsBundle(entry.Name))
            {
                foreach (var path in Below(Path.Combine(folder, entry.Name)))
                {
                    yield return path;
                }
            }
        }
    }

    private static bool IsInstaller(string name) =>
        Suffixes.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>A folder that a Mac shows as a file.</summary>
    private static bool IsBundle(string path)
    {
        var name = Path.TrimEndingDirectorySeparator(path);
        return IsInstaller(name) || name.EndsWith(".app", StringComparison.OrdinalIgnoreCase);
    }
}
