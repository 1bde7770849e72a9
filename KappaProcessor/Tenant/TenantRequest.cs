using RestSharp;

namespace Kappa.Tenant;

/// <summary>One request to the tenant, as it is to be sent; the token is added where it is sent.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Relative to the API's root; absolute for the next page of a list.</param>
/// <param name="Permission">
/// What the token must be allowed to, in the words of Kandji's token settings.
/// </param>
internal sealed record TenantRequest(Method Method, string Path, string Permission)
{
    public string? Body { get; init; }

    public string ContentType { get; init; } = "";

    /// <summary>What a list is made of, for the log: "apps".</summary>
    public string? Entries { get; init; }

    /// <summary>Sending it twice does no more than sending it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>It may name a file that the tenant has not processed yet.</summary>
    public bool FollowsUpload { get; init; }

    /// <summary>A success without the documented JSON is not one.</summary>
    public bool WantsJson { get; init; } = true;

    public bool IsRead => Method == Method.Get;

    public string Verb => Method.ToString().ToUpperInvariant();

    /// <summary>Method and path without the query, for people: <c>POST library/custom-apps</c>.</summary>
    public string Endpoint => $"{Verb} {AnswerText.OneLine(Path.Split('?')[0])}";

    public Uri Url(Uri apiRoot)
    {
        var url = new Uri(apiRoot, Path);
        return IsRead ? url : new Uri($"{url.AbsoluteUri}?source=KAPPA");
    }
}
