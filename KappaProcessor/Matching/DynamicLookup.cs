using Kappa.Installers;
using Kappa.Tenant.Models;

namespace Kappa.Matching;

/// <summary>Finds an app by its installer: one of the same kind whose file has a similar name.</summary>
internal static class DynamicLookup
{
    /// <summary>High enough to tell products apart, low enough for another version of the same.</summary>
    public const double LowestRatio = 0.85;

    private const int MostRunnersUp = 10;

    /// <summary>The app to take, several when their claims are equal, or none at all.</summary>
    public static AppMatch Match(WantedApp wanted, IEnumerable<CustomApp> apps)
    {
        var similar = Similar(wanted, apps);
        var best = similar.TakeWhile(one => one.CompareTo(similar[0]) == 0).ToList();
        return best.Count switch
        {
            0 => new AppMatch.Missing { Notes = [Note.Reason(NothingSimilar(wanted))] },
            1 => new AppMatch.Found(best[0].App, [Choice(wanted, best[0]), .. RunnersUp(similar[1..])]),
            _ => new AppMatch.Ambiguous([.. best.Select(one => one.App)]),
        };
    }

    /// <summary>Best first.</summary>
    private static List<SimilarApp> Similar(WantedApp wanted, IEnumerable<CustomApp> apps)
    {
        var similarity = new NameSimilarity(wanted.InstallerFileName);
        return
        [
            .. apps
                .Where(app => app.InstallType == wanted.Kind.ApiWord() && app.FileName.Length > 0)
                .Select(app => (App: app, Ratio: RatioOf(app)))
                .Where(one => one.Ratio is not null)
                .Select(one => new SimilarApp(one.App, one.Ratio!.Value))
                .OrderDescending(),
        ];

        double? RatioOf(CustomApp app) =>
            similarity.RatioOf(PackageName.WithoutStoreSuffix(app.FileName), LowestRatio);
    }

    private static Note Choice(WantedApp wanted, SimilarApp chosen) => Note.Decision(
        $"'{wanted.Name}': dynamic lookup chose {chosen} for {wanted.InstallerFileName}.");

    private static IEnumerable<Note> RunnersUp(List<SimilarApp> others)
    {
        foreach (var other in others.Take(MostRunnersUp))
        {
            yield return Note.Reason($"Runner-up of dynamic lookup: {other}.");
        }

        if (others.Count > MostRunnersUp)
        {
            yield return Note.Reason($"… and {others.Count - MostRunnersUp} more runners-up.");
        }
    }

    private static string NothingSimilar(WantedApp wanted) => FormattableString.Invariant(
        $"'{wanted.Name}': dynamic lookup found no installer with a name like {wanted.InstallerFileName}")
        + FormattableString.Invariant($" (same kind, similarity {LowestRatio} or more).");
}
