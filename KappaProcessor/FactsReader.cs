using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Publishing;
using Kappa.Tenant;
using Kappa.Tenant.Models;

namespace Kappa;

/// <summary>Asks the tenant, and the file, for what a plan needs to know, and for nothing else.</summary>
internal sealed class FactsReader(ITenant tenant, TimeProvider clock)
{
    /// <summary>Hears how far a checksum has come; null when nobody wants to know.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }

    public async Task<PlanningFacts> ReadAsync(Settings settings, InstallerFile installer, CancellationToken cancel)
    {
        await using var checksum = PlanningNeeds.MayCompare(settings)
            ? new ChecksumAhead(installer, Progress, cancel)
            : null;
        var library = PlanningNeeds.Library(settings) ? await tenant.ReadLibraryAsync(cancel) : new Library([]);
        var categories = await CategoriesAsync(PlanningNeeds.CategoriesToMatch(settings, library), null, cancel);
        var wanted = WantedApps.For(settings, installer, categories);
        IReadOnlyList<AppMatch> matches = [.. wanted.Select(one => AppMatcher.Match(one, library))];
        matches = await CompleteAsync(matches, PlanningNeeds.AppsToRead(settings, installer, matches), cancel);

        return new PlanningFacts
        {
            Settings = settings,
            Installer = installer,
            Matches = matches,
            LibrarySize = PlanningNeeds.Library(settings) ? library.Apps.Count : null,
            Categories = await CategoriesAsync(PlanningNeeds.Categories(settings, matches), categories, cancel),
            Blueprints = PlanningNeeds.Blueprints(settings, matches) ? await tenant.ReadBlueprintsAsync(cancel) : null,
            Sha256 = checksum is not null && PlanningNeeds.Sha256(settings, installer, matches)
                ? await checksum.FinishAsync()
                : null,
            AuditTemplate = settings.AuditScriptTemplate ?? AuditScript.BuiltInTemplate,
            Now = clock.GetUtcNow(),
        };
    }

    private async Task<IReadOnlyList<SelfServiceCategory>?> CategoriesAsync(
        bool needed, IReadOnlyList<SelfServiceCategory>? read, CancellationToken cancel) =>
        needed ? read ?? await tenant.ReadCategoriesAsync(cancel) : read;

    /// <summary>Puts the single answers, which have the hash, in the place of the list's entries.</summary>
    private async Task<IReadOnlyList<AppMatch>> CompleteAsync(
        IReadOnlyList<AppMatch> matches, IReadOnlyList<CustomApp> lacking, CancellationToken cancel)
    {
        var whole = new Dictionary<AppId, CustomApp>();
        foreach (var app in lacking)
        {
            whole[app.Id] = await tenant.ReadAppAsync(app.Id, cancel);
        }

        return [.. matches.Select(match => match is AppMatch.Found found && whole.TryGetValue(found.App.Id, out var app)
            ? found with { App = app }
            : match)];
    }
}
