using System.Net;
using Kappa.Tenant.Models;

namespace Kappa.Tenant;

/// <summary>A probe for each permission. Ids are random UUIDs, which no tenant has.</summary>
internal static class TenantProbes
{
    public static TenantProbe ListApps { get; } = new(TenantRequests.ListApps());

    public static TenantProbe ListCategories { get; } = new(TenantRequests.ListCategories());

    public static TenantProbe ListBlueprints { get; } = new(TenantRequests.ListBlueprints());

    /// <summary>What every run needs, besides the list.</summary>
    public static IReadOnlyList<TenantProbe> Usual =>
    [
        new(TenantRequests.ReadApp(Nobody), HttpStatusCode.NotFound),
        ListCategories,
        new(TenantRequests.RequestNothing(), HttpStatusCode.BadRequest),
        new(TenantRequests.Create(new CustomAppFields()), HttpStatusCode.BadRequest),
        new(
            TenantRequests.Update(Nobody, new CustomAppFields()),
            HttpStatusCode.NotFound,
            HttpStatusCode.BadRequest),
    ];

    /// <summary>What a run needs that puts apps into Blueprints.</summary>
    public static IReadOnlyList<TenantProbe> OfBlueprints =>
    [
        ListBlueprints,
        new(
            TenantRequests.AssignNothing(Nobody.Value),
            HttpStatusCode.NotFound,
            HttpStatusCode.BadRequest),
    ];

    private static AppId Nobody => new(Guid.NewGuid().ToString());
}
