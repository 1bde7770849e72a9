namespace Kappa.Tenant;

/// <summary>What the answer to a <see cref="TenantProbe"/> proves.</summary>
internal enum ProbeVerdict
{
    /// <summary>The token may make this request.</summary>
    Permitted,

    /// <summary>403: the token lacks this permission.</summary>
    Forbidden,

    /// <summary>401: the tenant does not know the token.</summary>
    NotLetIn,

    /// <summary>No answer, or one that leads elsewhere.</summary>
    Unreachable,

    /// <summary>An answer that proves neither.</summary>
    Unclear,
}
