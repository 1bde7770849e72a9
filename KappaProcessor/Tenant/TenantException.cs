using System.Net;

namespace Kappa.Tenant;

/// <summary>The tenant, or its storage host, refused a request or could not be reached.</summary>
internal sealed class TenantException(string what, string remedy, Exception? cause = null)
    : KappaException(what, remedy, cause)
{
    /// <summary>The answer's status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What was asked, as method and path: <c>POST library/custom-apps</c>.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>
    /// The request may have taken effect although no answer says so; ask before sending it again.
    /// </summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>A new try may well succeed. For an upload that is one with a new ticket.</summary>
    public bool IsTransient { get; init; }
}
