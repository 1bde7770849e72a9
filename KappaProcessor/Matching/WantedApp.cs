using Kappa.Installers;

namespace Kappa.Matching;

/// <summary>What is known of a variant's app before the tenant's list has been searched.</summary>
internal sealed record WantedApp(string Name, string InstallerFileName, InstallerKind Kind)
{
    /// <summary>
    /// The Self Service category that tells apps of one name apart; null when none is wanted.
    /// </summary>
    public string? CategoryId { get; init; }

    /// <summary>An app with another name may be meant if its installer's name is similar.</summary>
    public bool DynamicLookup { get; init; }

    /// <summary>What the run's other variants are called; their apps are never this variant's.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
}
