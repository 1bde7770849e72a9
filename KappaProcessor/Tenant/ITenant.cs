using Kappa.Tenant.Models;

namespace Kappa.Tenant;

/// <summary>
/// One Kandji tenant, a method for each request (Kandji API). Every method throws <see
/// cref="TenantException"/> when the tenant refuses or cannot be reached after the retries that are safe for
/// that request.
/// </summary>
internal interface ITenant
{
    /// <summary>All pages of the list of Custom Apps.</summary>
    Task<Library> ReadLibraryAsync(CancellationToken cancel);

    /// <summary>The first page of that list, in one request.</summary>
    Task<LibraryStart> ReadLibraryStartAsync(CancellationToken cancel);

    Task<CustomApp> ReadAppAsync(AppId id, CancellationToken cancel);

    Task<IReadOnlyList<SelfServiceCategory>> ReadCategoriesAsync(CancellationToken cancel);

    /// <summary>All pages of the list of Blueprints.</summary>
    Task<IReadOnlyList<Blueprint>> ReadBlueprintsAsync(CancellationToken cancel);

    Task<UploadTicket> RequestUploadAsync(string fileName, CancellationToken cancel);

    /// <summary>
    /// Sent again only while the tenant says that it did nothing (429, 503). An answer that was lost is a
    /// <see cref="TenantException"/> with <see cref="TenantException.MayHaveHappened"/>.
    /// </summary>
    Task<CustomApp> CreateAsync(CustomAppFields fields, CancellationToken cancel);

    Task<CustomApp> UpdateAsync(AppId id, CustomAppFields fields, CancellationToken cancel);

    /// <summary>Puts the app into the Blueprint; an app that is there already is fine.</summary>
    Task AssignAsync(BlueprintAssignment assignment, AppId app, CancellationToken cancel);

    /// <summary>
    /// Whether the token may make a request, found out without changing anything. It is sent once, and whatever
    /// comes back is an answer.
    /// </summary>
    Task<ProbeAnswer> ProbeAsync(TenantProbe probe, CancellationToken cancel);
}
