namespace Kappa.Configuration;

/// <summary>Finds an installer's entry in the package map, by package or bundle id.</summary>
internal static class PackageMapMatcher
{
    public static MapMatch Find(MapFile map, RunRequest request)
    {
        var entry = request.InstallerIds
            .Select(id => map.Entries.FirstOrDefault(entry => entry.Key == id))
            .FirstOrDefault(entry => entry is not null);
        if (entry is not null)
        {
            return MapMatch.Of(entry, Note.Reason($"Package map: {entry.Place}."));
        }

        var text = $"{map.Path} has no entry for {string.Join(" or ", request.InstallerIds)}";
        return new MapMatch(null, [request.Stated.NamesApps
            ? Note.Reason($"{text}.")
            : Note.Warning($"{text}. The configured defaults are used.")]);
    }
}
