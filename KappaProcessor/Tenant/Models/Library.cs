namespace Kappa.Tenant.Models;

/// <summary>Every Custom App of the tenant at one moment, all pages.</summary>
internal sealed record Library(IReadOnlyList<CustomApp> Apps)
{
    /// <summary>The same snapshot with one app's entry replaced by a fuller one.</summary>
    public Library With(CustomApp fuller) =>
        new([.. Apps.Select(app => app.Id == fuller.Id ? fuller : app)]);
}
