using Kappa.Tenant.Models;

namespace Kappa.Matching;

/// <summary>
/// Which Custom App a variant is about: by name, then by Self Service category, then by installer.
/// </summary>
internal static class AppMatcher
{
    public static AppMatch Match(WantedApp wanted, Library library)
    {
        // A list that changes while its pages are read may tell one app twice.
        var apps = library.Apps.DistinctBy(app => app.Id).ToList();
        var named = apps.Where(app => app.Name == wanted.Name).ToList();
        return named.Count switch
        {
            0 => MatchByInstaller(wanted, apps),
            1 => new AppMatch.Found(named[0], [Note.Detail($"'{wanted.Name}' is the app {named[0].Id}.")]),
            _ => TellApart(wanted, named),
        };
    }

    private static AppMatch TellApart(WantedApp wanted, List<CustomApp> named)
    {
        var inCategory = named
            .Where(app => app is { ShowInSelfService: true, SelfServiceCategoryId: not null })
            .Where(app => app.SelfServiceCategoryId == wanted.CategoryId)
            .ToList();
        if (inCategory.Count == 1)
        {
            return new AppMatch.Found(inCategory[0], [ByCategory(wanted, named.Count, inCategory[0])]);
        }

        return wanted.DynamicLookup && DynamicLookup.Match(wanted, named) is AppMatch.Found found
            ? found
            : new AppMatch.Ambiguous(named);
    }

    private static AppMatch MatchByInstaller(WantedApp wanted, List<CustomApp> apps)
    {
        var match = wanted.DynamicLookup
            ? DynamicLookup.Match(wanted, apps.Where(app => !wanted.OtherNames.Contains(app.Name)))
            : new AppMatch.Missing();
        return match is AppMatch.Missing missing
            ? missing with { Notes = [.. NearlyNamed(wanted, apps), .. missing.Notes] }
            : match;
    }

    private static Note ByCategory(WantedApp wanted, int count, CustomApp chosen) => Note.Decision(
        $"{count} Custom Apps are named '{wanted.Name}'; {chosen.Id} is the one in the wanted category.");

    private static IEnumerable<Note> NearlyNamed(WantedApp wanted, List<CustomApp> apps) => apps
        .Where(app => string.Equals(app.Name.Trim(), wanted.Name.Trim(), StringComparison.OrdinalIgnoreCase))
        .Select(app => Note.Warning(
            $"No Custom App is named '{wanted.Name}'; "
            + $"'{app.Name}' ({app.Id}) differs only in case or spaces."));
}
