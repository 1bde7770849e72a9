using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Publishing;

/// <summary>
/// Looks, after a create, whether another machine created an app of the same name at the same time: no lock
/// reaches that far, and Kandji keeps names not unique. It costs one call, and all pages only when there are
/// more apps than there should be.
/// </summary>
internal sealed class TwinSearch(ITenant tenant, OutcomeWriter outcomes, ILogger log)
{
    /// <summary>Says what it finds; finding nothing out is no failure.</summary>
    /// <param name="results">Of all variants.</param>
    /// <param name="before">
    /// How many apps there were; null when nobody looked, or a twin is what was wanted.
    /// </param>
    /// <param name="cancel">Ends the search.</param>
    public async Task WarnAsync(IReadOnlyList<Outcome> results, int? before, CancellationToken cancel)
    {
        List<CustomApp> own = [.. results.Where(one => one.IsCreation).Select(one => one.App!)];
        if (own.Count == 0 || before is not { } known || cancel.IsCancellationRequested)
        {
            return;
        }

        try
        {
            foreach (var (app, twins) in await FindAsync(own, known, cancel))
            {
                await WarnAsync(app, twins, cancel);
            }
        }
        catch (TenantException problem)
        {
            log.Debug("Whether another machine created the same app was not found out: {0}", problem.What);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            log.Debug("Interrupted while looking whether another machine created the same app.");
        }
    }

    private async Task<IEnumerable<(CustomApp App, List<CustomApp> Twins)>> FindAsync(
        List<CustomApp> own, int known, CancellationToken cancel)
    {
        var start = await tenant.ReadLibraryStartAsync(cancel);
        var apps = start.IsWhole || start.Count <= known + own.Count
            ? start.Apps
            : (await tenant.ReadLibraryAsync(cancel)).Apps;
        return own
            .Select(app => (app, apps.Where(other => other.Name == app.Name && other.Id != app.Id).ToList()))
            .Where(one => one.Item2.Count > 0);
    }

    private async Task WarnAsync(CustomApp app, List<CustomApp> twins, CancellationToken cancel)
    {
        List<string> pages = [];
        foreach (var one in twins.Prepend(app))
        {
            pages.Add((await outcomes.LinkAsync(one, cancel))?.ToString() ?? one.Id.Value);
        }

        log.Warn(
            "Another Custom App named '{0}' appeared while this run created its own: {1}. Probably another "
                + "machine ran the recipe at the same moment; delete one of them in the Library, or the next "
                + "run cannot tell them apart.",
            app.Name,
            string.Join(" and ", pages));
    }
}
