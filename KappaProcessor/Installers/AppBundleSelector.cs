namespace Kappa.Installers;

/// <summary>Which of the bundles that an installer brings is the application that it is about.</summary>
internal static class AppBundleSelector
{
    private static readonly HashSet<string> InnerFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Extensions", "Frameworks", "Helpers", "Library", "MacOS", "PlugIns", "Resources", "SharedSupport",
    };

    private static readonly HashSet<string> BundleSuffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ".app", ".appex", ".bundle", ".component", ".dext", ".driver", ".framework", ".kext", ".mdimporter",
        ".plugin", ".prefPane", ".qlgenerator", ".saver", ".service", ".systemextension", ".xpc",
    };

    /// <summary>
    /// The applications that can be meant. One below <c>/Library</c> counts only when there is no other, and
    /// one inside another never, since the outer one is larger.
    /// </summary>
    public static IReadOnlyList<AppBundle> Candidates(IEnumerable<AppBundle> bundles)
    {
        var outermost = Outermost(bundles.Where(IsCandidate));
        var ordinary = outermost.Where(app => !StartsIn(app, "Library")).ToList();
        return ordinary.Count > 0 ? ordinary : outermost;
    }

    /// <summary>
    /// The largest, or null where sizes do not tell: one is not known, or two are the largest.
    /// </summary>
    public static AppBundle? Largest(IReadOnlyList<AppBundle> candidates)
    {
        if (candidates.Count < 2)
        {
            return candidates.Count == 0 ? null : candidates[0];
        }

        var descending = candidates.OrderByDescending(app => app.InstalledSize).ToList();
        var told = candidates.All(app => app.InstalledSize is not null)
            && descending[0].InstalledSize != descending[1].InstalledSize;
        return told ? descending[0] : null;
    }

    /// <summary>
    /// The largest of those whose sizes are all known, or null without any; of several as large the one that
    /// lies highest, then the first by name, so that the answer is the same every time.
    /// </summary>
    public static AppBundle? Primary(IReadOnlyList<AppBundle> candidates) => candidates
        .OrderByDescending(app => app.InstalledSize)
        .ThenBy(app => app.InstalledPath.Count(character => character == '/'))
        .ThenBy(app => app.InstalledPath, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Whether this bundle can be the one, whatever others there are.</summary>
    public static bool IsCandidate(AppBundle bundle) =>
        bundle.Name.Length > ".app".Length
        && bundle.Name.EndsWith(".app", StringComparison.OrdinalIgnoreCase)
        && !StartsIn(bundle, "opt")
        && !StartsIn(bundle, "bin")
        && !IsInnerPart(Path.GetDirectoryName(bundle.InstalledPath.AsSpan()));

    private static List<AppBundle> Outermost(IEnumerable<AppBundle> applications)
    {
        var outermost = new List<AppBundle>();
        string? outer = null;

        // With a slash at its end, a path is followed directly by those inside it.
        foreach (var app in applications.OrderBy(app => $"{app.InstalledPath}/", StringComparer.Ordinal))
        {
            var path = $"{app.InstalledPath}/";
            if (outer is null || !path.StartsWith(outer, StringComparison.Ordinal))
            {
                outermost.Add(app);
                outer = path;
            }
        }

        return outermost;
    }

    /// <summary><c>Foo.app/Contents/Helpers/…</c>, <c>Foo.framework/Versions/A/Resources/…</c>.</summary>
    private static bool IsInnerPart(ReadOnlySpan<char> path)
    {
        var suffixes = BundleSuffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        var innerFolders = InnerFolders.GetAlternateLookup<ReadOnlySpan<char>>();
        var isInBundle = false;
        foreach (var part in path.Split('/'))
        {
            if (isInBundle && innerFolders.Contains(path[part]))
            {
                return true;
            }

            isInBundle |= suffixes.Contains(Path.GetExtension(path[part]));
        }

        return false;
    }

    /// <summary>
    /// On the Mac or in the payload: a package may install into a passing folder and move things later.
    /// </summary>
    private static bool StartsIn(AppBundle bundle, string folder) =>
        bundle.InstalledPath.StartsWith($"{folder}/", StringComparison.OrdinalIgnoreCase)
        || bundle.Path.StartsWith($"{folder}/", StringComparison.OrdinalIgnoreCase);
}
