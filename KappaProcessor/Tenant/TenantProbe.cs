using System.Net;

namespace Kappa.Tenant;

/// <summary>
/// A request that shows whether the token may make it, and that can change nothing: a read, or a write that is
/// about what cannot exist, or lacks every field that it needs. A tenant looks at permissions first, so that
/// its refusal for any other reason proves the permission.
/// </summary>
/// <param name="Request">What is asked.</param>
/// <param name="Refusals">The statuses of such a refusal; empty for a list, which is to be answered.</param>
internal sealed record TenantProbe(TenantRequest Request, params IReadOnlyList<HttpStatusCode> Refusals)
{
    public ProbeVerdict Judge(TenantAnswer answer) => answer switch
    {
        { Fault: not null } or { IsRedirect: true } => ProbeVerdict.Unreachable,
        { Status: HttpStatusCode.Unauthorized } => ProbeVerdict.NotLetIn,
        { Status: HttpStatusCode.Forbidden } => ProbeVerdict.Forbidden,
        { IsSuccess: true } when Refusals.Count == 0 && ListPage.TryParse(answer.Json) is not null =>
            ProbeVerdict.Permitted,
        { Status: { } status } when Refusals.Contains(status) => ProbeVerdict.Permitted,
        _ => ProbeVerdict.Unclear,
    };
}
