namespace Kappa.Tenant;

/// <summary>What a <see cref="TenantProbe"/> has shown.</summary>
/// <param name="Permission">In the words of Kandji's token settings.</param>
/// <param name="Verdict">What is proved.</param>
internal sealed record ProbeAnswer(string Permission, ProbeVerdict Verdict)
{
    /// <summary>What the tenant said, and what to do; null when all is well.</summary>
    public TenantException? Problem { get; init; }
}
