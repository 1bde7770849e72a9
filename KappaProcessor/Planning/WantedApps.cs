using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>What the matcher is to look for, a <see cref="WantedApp"/> for each variant.</summary>
internal static class WantedApps
{
    /// <param name="settings">Whose targets are looked for.</param>
    /// <param name="installer">The file whose name dynamic lookup compares.</param>
    /// <param name="categories">
    /// Null when <see cref="PlanningNeeds.CategoriesToMatch"/> did not ask for them.
    /// </param>
    public static IReadOnlyList<WantedApp> For(
        Settings settings, InstallerFile installer, IReadOnlyList<SelfServiceCategory>? categories) =>
    [
        .. settings.Targets.Select(target => new WantedApp(target.Name, installer.Name, installer.Kind)
        {
            CategoryId = CategoryId(target, categories ?? []),
            DynamicLookup = settings.DynamicLookup,
            OtherNames = [.. settings.Targets.Select(other => other.Name).Where(name => name != target.Name)],
        }),
    ];

    /// <summary>
    /// A category that the tenant lacks tells nothing apart; the configured one would be a guess.
    /// </summary>
    private static string? CategoryId(AppTarget target, IReadOnlyList<SelfServiceCategory> categories) =>
        SelfServiceWish.CategoryOf(target) is { } name ? CategoryResolver.Find(name, categories)?.Id : null;
}
