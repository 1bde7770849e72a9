using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>
/// One Custom App that a run maintains, and everything the recipe, the map and the configuration want of it.
/// </summary>
internal sealed record AppTarget(AppVariant Variant, string Name)
{
    /// <summary>
    /// What a new app gets, and an existing one with <see cref="Settings.UpdateSettings"/> when stated.
    /// </summary>
    public required Enforcement Enforcement { get; init; }

    /// <summary>
    /// The recipe or the map asked for <see cref="Enforcement"/> (by its type or by a Self Service category).
    /// </summary>
    public bool EnforcementIsStated { get; init; }

    /// <summary>The Self Service category that recipe or map name; null when neither does.</summary>
    public string? Category { get; init; }

    /// <summary>The configured category for this variant, for want of another.</summary>
    public required string FallbackCategory { get; init; }

    /// <summary>Show an enforced app in Self Service as well; null when nobody said.</summary>
    public bool? ShowInSelfService { get; init; }

    /// <summary>Whole days until the audit script enforces, 0 to 365.</summary>
    public int DelayDays { get; init; } = Defaults.DelayDays;

    /// <summary>Recipe or map gave <see cref="DelayDays"/>.</summary>
    public bool DelayIsStated { get; init; }

    /// <summary>
    /// Blueprints a new app goes into, each a name or id, with <c>#node</c> for an assignment map.
    /// </summary>
    public IReadOnlyList<string> Blueprints { get; init; } = [];

    /// <summary>The script's text (a path has been read by now); null when nobody said.</summary>
    public string? PreinstallScript { get; init; }

    /// <inheritdoc cref="PreinstallScript"/>
    public string? PostinstallScript { get; init; }

    public bool? Restart { get; init; }

    public bool? Active { get; init; }

    public bool? SelfServiceRecommended { get; init; }

    /// <summary>Where a .zip is unpacked on the Mac.</summary>
    public string UnzipLocation { get; init; } = Defaults.UnzipLocation;

    /// <summary>Recipe or map gave <see cref="UnzipLocation"/>.</summary>
    public bool UnzipLocationIsStated { get; init; }
}
