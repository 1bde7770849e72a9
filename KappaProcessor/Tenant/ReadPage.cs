namespace Kappa.Tenant;

/// <summary>
/// One page of a list, as far as it is kept: the answer is let go, since many pages of apps with their scripts
/// are tens of megabytes.
/// </summary>
/// <param name="Request">What was asked.</param>
/// <param name="Entries">In their order.</param>
/// <param name="Count">Of the whole list, where the tenant tells it.</param>
/// <param name="Next">The link to the next page, not yet looked at; null on the last one.</param>
internal sealed record ReadPage<T>(TenantRequest Request, IReadOnlyList<T> Entries, long? Count, string? Next);
