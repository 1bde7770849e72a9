using Kappa.Tenant;
using Kappa.Tenant.Models;

namespace Kappa.Checking;

/// <summary>What the tenant has answered.</summary>
internal sealed record CheckedTenant
{
    /// <summary>Why it was not asked; null when it was.</summary>
    public string? Obstacle { get; init; }

    /// <summary>The first: the list of apps.</summary>
    public ProbeAnswer? List { get; init; }

    /// <summary>One a permission, that of the list included; those after the first fault are not there.</summary>
    public IReadOnlyList<ProbeAnswer> Permissions { get; init; } = [];

    /// <summary>Null when they cannot be read.</summary>
    public Library? Library { get; init; }

    /// <inheritdoc cref="Library"/>
    public IReadOnlyList<SelfServiceCategory>? Categories { get; init; }

    /// <summary>Null as well when nobody names any.</summary>
    public IReadOnlyList<Blueprint>? Blueprints { get; init; }

    /// <summary>Of every app whose name another one has.</summary>
    public IReadOnlyDictionary<AppId, Uri> Links { get; init; } = new Dictionary<AppId, Uri>();

    /// <summary>What went wrong while these were read, although the token may.</summary>
    public IReadOnlyList<KappaException> Faults { get; init; } = [];

    /// <summary>It has answered, and knows the token.</summary>
    public bool IsOpen => Permissions.Any(one => one.Verdict is ProbeVerdict.Permitted or ProbeVerdict.Forbidden);

    /// <summary>Why nothing is known of what it holds.</summary>
    public string Silence => this switch
    {
        { Obstacle: { } obstacle } => obstacle,
        { List.Verdict: ProbeVerdict.Unreachable } => "the tenant was not reached",
        { List.Verdict: ProbeVerdict.NotLetIn } => "the tenant does not accept the token",
        _ => "the tenant does not tell",
    };
}
