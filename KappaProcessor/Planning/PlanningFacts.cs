using System.Diagnostics;
using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>
/// Everything a plan is made of. What was not needed was not asked for, and is empty or null here.
/// </summary>
internal sealed record PlanningFacts
{
    public required Settings Settings { get; init; }

    public required InstallerFile Installer { get; init; }

    /// <summary>Lower-case hex; null when no app's size made it worth reading the file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>
    /// One for each of the settings' targets, in their order. The apps found carry a sha256 if it was needed.
    /// </summary>
    public required IReadOnlyList<AppMatch> Matches { get; init; }

    /// <summary>How many apps the tenant has; null when nobody looked.</summary>
    public int? LibrarySize { get; init; }

    /// <summary>Null when no variant needs one.</summary>
    public IReadOnlyList<SelfServiceCategory>? Categories { get; init; }

    /// <summary>Null when no variant names one.</summary>
    public IReadOnlyList<Blueprint>? Blueprints { get; init; }

    /// <summary>The audit script that is filled in: the administrator's or Kappa's.</summary>
    public required string AuditTemplate { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>For a step of which <see cref="PlanningNeeds"/> knew that it would ask.</summary>
    public IReadOnlyList<SelfServiceCategory> NeededCategories =>
        Categories ?? throw new UnreachableException("A variant needs categories; nobody asked for them.");

    /// <inheritdoc cref="NeededCategories"/>
    public IReadOnlyList<Blueprint> NeededBlueprints =>
        Blueprints ?? throw new UnreachableException("A variant needs Blueprints; nobody asked for them.");

    /// <inheritdoc cref="NeededCategories"/>
    public string NeededSha256 =>
        Sha256 ?? throw new UnreachableException("An app may have this file; nobody asked for its SHA-256.");
}
