namespace Kappa.Configuration;

/// <summary>Finds a recipe's entry in the recipe map.</summary>
internal static class RecipeMapMatcher
{
    /// <summary>
    /// The key that is the recipe's name; else, as KAPPA did it, the only key that is a part of the recipe's
    /// file name.
    /// </summary>
    public static MapMatch Find(MapFile map, RunRequest request, SettingsProblems problems)
    {
        if (request is not { RecipeName: { } recipe, RecipeFile: { } file })
        {
            return MapMatch.None;
        }

        if (map.Entries.FirstOrDefault(entry => entry.Key == recipe || entry.Key == file) is { } exact)
        {
            return MapMatch.Of(exact, Note.Reason($"Recipe map: {exact.Place}."));
        }

        var parts = map.Entries
            .Where(entry => entry.Key.Length > 0 && file.Contains(entry.Key, StringComparison.Ordinal))
            .ToList();
        return parts switch
        {
            [] => new MapMatch(null, [NothingFound(map, request)]),
            [var only] => MapMatch.Of(only, Note.Warning(
                $"{map.Path} has no entry \"{recipe}\"; \"{only.Key}\" is used, since it is a part of that. "
                + $"Name the entry \"{recipe}\".")),
            _ => Ambiguous(map, parts, recipe, problems),
        };
    }

    private static MapMatch Ambiguous(
        MapFile map, IReadOnlyList<MapEntry> parts, string recipe, SettingsProblems problems)
    {
        var keys = string.Join(", ", parts.Select(part => $"\"{part.Key}\""));
        problems.Add(new SettingProblem(
            map.Path,
            $"\"{recipe}\"",
            $"is no entry, and several keys are a part of it: {keys}",
            $"Name the entry that is meant \"{recipe}\"."));
        return MapMatch.None;
    }

    /// <summary>A recipe that names its apps itself needs no entry.</summary>
    private static Note NothingFound(MapFile map, RunRequest request)
    {
        var text = $"{map.Path} has no entry \"{request.RecipeName}\"";
        if (request.Stated.NamesApps)
        {
            return Note.Reason($"{text}; the recipe names its apps itself.");
        }

        return NearestWord.Find(request.RecipeName!, map.Entries.Select(entry => entry.Key)) is { } nearest
            ? Note.Warning($"{text}; the nearest is \"{nearest}\". The configured defaults are used.")
            : Note.Warning($"{text}. The configured defaults are used.");
    }
}
