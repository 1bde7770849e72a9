using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>
/// What the tenant, or the file, has to be asked before a plan can be made. Nothing else is asked.
/// </summary>
internal static class PlanningNeeds
{
    /// <summary>The list of apps; with <c>create_new</c> nobody looks.</summary>
    public static bool Library(Settings settings) => !settings.CreateNew;

    /// <summary>The categories, before matching, to tell apps of one name apart.</summary>
    public static bool CategoriesToMatch(Settings settings, Library library) => settings.Targets.Any(target =>
        SelfServiceWish.CategoryOf(target) is not null
        && library.Apps.Where(app => app.Name == target.Name).DistinctBy(app => app.Id).Skip(1).Any());

    /// <summary>The categories, for a new app or a change of settings.</summary>
    public static bool Categories(Settings settings, IReadOnlyList<AppMatch> matches) =>
        NewTargets(settings, matches).Any(target => SelfServiceWish.ForNew(target).NeedsCategory)
        || (settings.UpdateSettings && Found(settings, matches).Any(one =>
            SelfServiceWish.ForExisting(one.Target, one.App).NeedsCategory));

    /// <summary>The Blueprints, which only a new app is put into.</summary>
    public static bool Blueprints(Settings settings, IReadOnlyList<AppMatch> matches) =>
        NewTargets(settings, matches).Any(target => target.Blueprints.Count > 0);

    /// <summary>The file's SHA-256 may be needed, as far as the settings tell.</summary>
    public static bool MayCompare(Settings settings) => Library(settings) && !settings.ForceUpload;

    /// <summary>The file's SHA-256: an app may have this very file.</summary>
    public static bool Sha256(Settings settings, InstallerFile installer, IReadOnlyList<AppMatch> matches) =>
        MayHave(installer, settings, matches).Any();

    /// <summary>
    /// Apps that may have this file, and whose entry in the list lacks the SHA-256 that settles it.
    /// </summary>
    public static IReadOnlyList<CustomApp> AppsToRead(
        Settings settings, InstallerFile installer, IReadOnlyList<AppMatch> matches) =>
        [.. MayHave(installer, settings, matches).Where(app => app.Sha256 is null).DistinctBy(app => app.Id)];

    private static IEnumerable<CustomApp> MayHave(
        InstallerFile installer, Settings settings, IReadOnlyList<AppMatch> matches) =>
        Found(settings, matches)
            .Select(one => one.App)
            .Where(app => !settings.ForceUpload && InstallerDifference.MayBeSame(app, installer));

    private static IEnumerable<AppTarget> NewTargets(Settings settings, IReadOnlyList<AppMatch> matches)
    {
        if (settings.CreateNew)
        {
            return settings.Targets;
        }

        return settings.AutoCreate
            ? settings.Targets.Where((_, at) => matches[at] is AppMatch.Missing)
            : [];
    }

    private static IEnumerable<(AppTarget Target, CustomApp App)> Found(
        Settings settings, IReadOnlyList<AppMatch> matches) =>
        settings.Targets
            .Zip(settings.CreateNew ? [] : matches)
            .Where(one => one.Second is AppMatch.Found)
            .Select(one => (one.First, ((AppMatch.Found)one.Second).App));
}
