namespace Kappa.Tenant;

/// <summary>One page of a list, with what was asked and answered.</summary>
internal sealed record ReadPage(TenantRequest Request, TenantAnswer Answer, ListPage Page);
