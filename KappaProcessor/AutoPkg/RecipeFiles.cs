namespace Kappa.AutoPkg;

/// <summary>Which files are recipes or overrides, and where AutoPkg looks for them.</summary>
internal static class RecipeFiles
{
    /// <summary>autopkglib, <c>RECIPE_EXTS</c>, in AutoPkg's order.</summary>
    public static IReadOnlyList<string> Suffixes { get; } = [".recipe", ".recipe.plist", ".recipe.yaml"];

    /// <summary>Hidden ones are none of AutoPkg's, and a repository keeps its history in one.</summary>
    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden };

    /// <summary><c>a/Firefox.pkg.recipe</c> → <c>Firefox.pkg</c>; null when it is no recipe's file.</summary>
    public static string? NameOf(string path)
    {
        var file = Path.GetFileName(path);
        var suffix = Suffixes.FirstOrDefault(one => file.EndsWith(one, StringComparison.Ordinal));
        return suffix is null ? null : file[..^suffix.Length];
    }

    /// <summary>
    /// Those that AutoPkg finds in a folder it searches: in itself, then one level below, in the order in which
    /// AutoPkg takes the first that fits. None when there is no such folder.
    /// </summary>
    public static IEnumerable<string> Searched(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var below = Directory.EnumerateDirectories(folder, "*", Visible).Order(StringComparer.Ordinal);
        return InOrder(Files(folder)).Concat(InOrder(below.SelectMany(Files)));
    }

    /// <summary>Those in a folder and all that are below it; links are followed, none in circles.</summary>
    public static IEnumerable<string> Below(string folder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var next))
        {
            if (!seen.Add(RealPath(next)))
            {
                continue;
            }

            foreach (var file in Files(next).Order(StringComparer.Ordinal))
            {
                yield return file;
            }

            foreach (var inner in Directory.EnumerateDirectories(next, "*", Visible))
            {
                waiting.Push(inner);
            }
        }
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> files)
    {
        var all = files.ToList();
        return Suffixes.SelectMany(suffix => all
            .Where(file => file.EndsWith(suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", Visible).Where(file => NameOf(file) is not null);

    /// <summary>Every link on the way taken out, also those of the folders above.</summary>
    private static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } above)
        {
            return full;
        }

        return Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target
            ? RealPath(target.FullName)
            : Path.Combine(RealPath(above), Path.GetFileName(full));
    }
}
