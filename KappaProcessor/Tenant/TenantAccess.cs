using Kappa.Secrets;
using Kappa.Tenant.Models;

namespace Kappa.Tenant;

/// <summary>Which tenant, with which token, and how long it may take to process an upload.</summary>
internal sealed record TenantAccess(TenantAddress Address, Secret Token, TimeSpan ProcessingTimeout)
{
    /// <summary>Nothing is tried again later than this after the first failure.</summary>
    public TimeSpan RetryBudget { get; init; } = TimeSpan.FromMinutes(1);
}
