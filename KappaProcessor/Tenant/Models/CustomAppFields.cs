namespace Kappa.Tenant.Models;

/// <summary>
/// What a create or an update says of a Custom App (Kandji API, "Create Custom App", "Update Custom App").
/// A field that is null is not sent, so the tenant keeps or chooses it.
/// </summary>
internal sealed record CustomAppFields
{
    public string? Name { get; init; }

    public string? FileKey { get; init; }

    /// <summary><c>package</c>, <c>image</c> or <c>zip</c>.</summary>
    public string? InstallType { get; init; }

    public Enforcement? Enforcement { get; init; }

    public string? UnzipLocation { get; init; }

    public string? AuditScript { get; init; }

    public string? PreinstallScript { get; init; }

    public string? PostinstallScript { get; init; }

    public bool? ShowInSelfService { get; init; }

    public string? SelfServiceCategoryId { get; init; }

    public bool? SelfServiceRecommended { get; init; }

    public bool? Active { get; init; }

    public bool? Restart { get; init; }

    public bool IsEmpty => this == new CustomAppFields();
}
