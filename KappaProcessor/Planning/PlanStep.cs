using Kappa.Configuration;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>What happens to one variant.</summary>
internal abstract record PlanStep(AppTarget Target)
{
    /// <summary>
    /// How the audit script is to be filled once the application is known; null when none is sent.
    /// </summary>
    public AuditScriptPlan? Audit { get; init; }

    /// <summary>The name of the Self Service category the app ends up in, where the plan knows it.</summary>
    public string? Category { get; init; }

    /// <summary>
    /// A new app. The fields lack the file key and the audit script, which come while the plan runs.
    /// </summary>
    internal sealed record Create(
        AppTarget Target,
        CustomAppFields Fields,
        IReadOnlyList<BlueprintAssignment> Blueprints) : PlanStep(Target);

    /// <summary>
    /// A change to an existing app: its installer, its settings or both. <paramref name="Fields"/> hold what
    /// differs, without file key and audit script; <paramref name="Changes"/> say so to a person, "restart:
    /// false → true".
    /// </summary>
    internal sealed record Update(
        AppTarget Target,
        CustomApp Existing,
        CustomAppFields Fields,
        IReadOnlyList<string> Changes) : PlanStep(Target)
    {
        public bool WithInstaller { get; init; }
    }

    /// <summary>The tenant already has this file, and nothing else was to change.</summary>
    internal sealed record Keep(AppTarget Target, CustomApp Existing) : PlanStep(Target);

    internal sealed record Skip(AppTarget Target, SkipReason Reason) : PlanStep(Target);

    /// <summary>
    /// Cannot be done, known before anything was sent. <paramref name="Duplicates"/>: the apps of one name.
    /// </summary>
    internal sealed record Refuse(AppTarget Target, KappaException Problem, IReadOnlyList<CustomApp> Duplicates)
        : PlanStep(Target);
}
