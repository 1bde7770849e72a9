namespace Kappa.Planning;

/// <summary>What the variable block of a generated audit script says (Kappa's, KAPPA's, kpkg's or irupkg's).</summary>
internal sealed record AuditScriptFacts
{
    public string? AppName { get; init; }

    public string? BundleId { get; init; }

    public string? PackageId { get; init; }

    /// <summary>MINIMUM_ENFORCED_VERSION.</summary>
    public string? Version { get; init; }

    /// <summary>CREATION_TIMESTAMP: when the clock of this version started.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>DAYS_UNTIL_ENFORCEMENT.</summary>
    public int? DelayDays { get; init; }
}
