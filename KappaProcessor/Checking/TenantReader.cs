using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Checking;

/// <summary>Asks the tenant for what can be asked without changing anything.</summary>
internal sealed class TenantReader(ITenant tenant, ConsoleLinks links)
{
    /// <param name="access">Where, and with which token.</param>
    /// <param name="withBlueprints">Somebody names a Blueprint.</param>
    /// <param name="clock">For time limits.</param>
    /// <param name="log">Gets each request.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<CheckedTenant> ReadAsync(
        TenantAccess access, bool withBlueprints, TimeProvider clock, ILogger log, CancellationToken cancel)
    {
        using var tenant = new RestTenant(access, clock, log);
        using var links = new ConsoleLinks(access.Address, clock, log);
        return await new TenantReader(tenant, links).ReadAsync(withBlueprints, cancel);
    }

    private async Task<CheckedTenant> ReadAsync(bool withBlueprints, CancellationToken cancel)
    {
        var list = await tenant.ProbeAsync(TenantProbes.ListApps, cancel);
        if (list.Verdict is ProbeVerdict.Unreachable or ProbeVerdict.NotLetIn)
        {
            return new CheckedTenant { List = list, Permissions = [list] };
        }

        List<ProbeAnswer> answers = [list];
        foreach (var probe in TenantProbes.Usual.Concat(withBlueprints ? TenantProbes.OfBlueprints : []))
        {
            answers.Add(await tenant.ProbeAsync(probe, cancel));
        }

        return await ReadContentAsync(new CheckedTenant { List = list, Permissions = answers }, cancel);
    }

    private async Task<CheckedTenant> ReadContentAsync(CheckedTenant seen, CancellationToken cancel)
    {
        List<KappaException> faults = [];
        var library = await FindAsync(TenantProbes.ListApps, tenant.ReadLibraryAsync);
        return seen with
        {
            Library = library,
            Categories = await FindAsync(TenantProbes.ListCategories, tenant.ReadCategoriesAsync),
            Blueprints = await FindAsync(TenantProbes.ListBlueprints, tenant.ReadBlueprintsAsync),
            Links = await FindAsync(TenantProbes.ListApps, stop => LinksAsync(library, stop)) ?? seen.Links,
            Faults = faults,
        };

        async Task<T?> FindAsync<T>(TenantProbe probe, Func<CancellationToken, Task<T>> read)
            where T : class
        {
            try
            {
                var may = seen.Permissions.Any(one =>
                    one.Permission == probe.Request.Permission && one.Verdict == ProbeVerdict.Permitted);
                return may ? await read(cancel) : null;
            }
            catch (KappaException fault)
            {
                faults.Add(fault);
                return null;
            }
        }
    }

    private async Task<IReadOnlyDictionary<AppId, Uri>> LinksAsync(Library? library, CancellationToken cancel)
    {
        var found = new Dictionary<AppId, Uri>();
        foreach (var app in DuplicateNames.In(library).SelectMany(apps => apps))
        {
            found[app.Id] = await links.AppLinkAsync(app.Id, cancel);
        }

        return found;
    }
}
