using Kappa.Configuration;

namespace Kappa.Planning;

/// <summary>
/// How to fill one variant's audit script, all but the application, which may still be read from the
/// installer.
/// </summary>
internal sealed record AuditScriptPlan
{
    /// <summary>Kappa's template or the administrator's.</summary>
    public required string Template { get; init; }

    /// <summary>Whole days until the version is enforced.</summary>
    public required int DelayDays { get; init; }

    /// <summary>What the tenant's present script says; null for a new app or one without a script.</summary>
    public AuditScriptFacts? Current { get; init; }

    /// <summary>
    /// The tenant has this very file: <see cref="Current"/>'s clock goes on, whatever version it names.
    /// </summary>
    public bool SameInstaller { get; init; }

    public DeadlinePolicy Deadline { get; init; }
}
