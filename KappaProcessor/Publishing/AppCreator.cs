using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Publishing;

/// <summary>
/// Creates a Custom App once, also when the answer is lost: Kandji keeps names not unique, so a repeated
/// create would make a second app. The file key is new with every upload, so it tells whether the first
/// request took effect.
/// </summary>
internal sealed class AppCreator(ITenant tenant, TimeProvider clock, ILogger log)
{
    // A list that is read right after a write may not show it yet.
    private static readonly TimeSpan PauseBeforeSecondLook = TimeSpan.FromSeconds(3);

    public async Task<CustomApp> CreateAsync(CustomAppFields fields, CancellationToken cancel)
    {
        try
        {
            return await tenant.CreateAsync(fields, cancel);
        }
        catch (TenantException lost) when (lost.MayHaveHappened)
        {
            log.Warn("{0} Looking whether '{1}' was created all the same.", lost.What, fields.Name);
        }

        return await FindAsync(fields, cancel) ?? await CreateAgainAsync(fields, cancel);
    }

    private async Task<CustomApp> CreateAgainAsync(CustomAppFields fields, CancellationToken cancel)
    {
        log.Info("'{0}' was not created; sending it once more.", fields.Name);
        try
        {
            return await tenant.CreateAsync(fields, cancel);
        }
        catch (TenantException lost) when (lost.MayHaveHappened)
        {
            return await FindAsync(fields, cancel) ?? throw new KappaException(
                $"Creating '{fields.Name}' got no answer twice, and the tenant does not list it: {lost.What}",
                "Look in the Library whether it has appeared meanwhile, then run again.",
                lost);
        }
    }

    private async Task<CustomApp?> FindAsync(CustomAppFields fields, CancellationToken cancel)
    {
        if (await LookAsync(fields, cancel) is { } app)
        {
            return app;
        }

        await Task.Delay(PauseBeforeSecondLook, clock, cancel);
        return await LookAsync(fields, cancel);
    }

    private async Task<CustomApp?> LookAsync(CustomAppFields fields, CancellationToken cancel)
    {
        var library = await tenant.ReadLibraryAsync(cancel);

        // The variants of a run share one upload; name and key together are this variant's.
        return library.Apps.FirstOrDefault(app => app.FileKey == fields.FileKey && app.Name == fields.Name);
    }
}
