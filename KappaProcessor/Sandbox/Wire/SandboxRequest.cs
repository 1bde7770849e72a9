using System.Globalization;
using System.Net;

namespace Kappa.Sandbox.Wire;

/// <summary>One request as the routes see it.</summary>
internal sealed class SandboxRequest(RequestHead head, RequestBody body)
{
    private readonly string[] target = head.Target.Split('?', 2);

    public string Method => head.Method;

    /// <summary>As it was sent, still escaped.</summary>
    public string Path => target[0];

    /// <summary>With its question mark, still escaped; empty when there is none.</summary>
    public string QueryText => target is [_, { Length: > 0 } query] ? $"?{query}" : "";

    /// <summary>The last value of each name.</summary>
    public IReadOnlyDictionary<string, string> Query => FormText.Parse(QueryText.TrimStart('?'));

    public IReadOnlyDictionary<string, string> Headers => head.Headers;

    public RequestBody Body => body;

    /// <summary>Trouble that the one who serves the request has to play himself.</summary>
    public SandboxTrouble? Trouble { get; set; }

    public string? ContentType => head.Header("Content-Type");

    /// <summary>Null for a body in chunks, and when the client does not say.</summary>
    public long? ContentLength => head.IsChunked ? null : head.ContentLength;

    public bool HasAuthorization => head.Header("Authorization") is not null;

    /// <summary>The bearer token; null when there is none.</summary>
    public string? BearerToken => head.Header("Authorization")?.Split(' ', 2) is [var scheme, var token]
        && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && token.Trim().Length > 0
        ? token.Trim()
        : null;

    /// <summary>
    /// Where the client thinks it is, so that links in answers stay on that name; null if it is not here.
    /// </summary>
    public Uri? FindOrigin()
    {
        var isAddress = Uri.TryCreate($"http://{head.Header("Host")}/", UriKind.Absolute, out var origin);
        return isAddress && IsLoopback(origin!) ? origin : null;
    }

    /// <summary>
    /// This request's own address with one parameter of its query changed; null removes it.
    /// </summary>
    public string LinkWith(string name, int? value)
    {
        var query = new SortedDictionary<string, string>(Query.ToDictionary(), StringComparer.Ordinal);
        query.Remove(name);
        if (value is { } number)
        {
            query[name] = number.ToString(CultureInfo.InvariantCulture);
        }

        var text = string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri(FindOrigin()!, text.Length == 0 ? Path : $"{Path}?{text}").AbsoluteUri;
    }

    private static bool IsLoopback(Uri origin) => origin.Host == "localhost"
        || (IPAddress.TryParse(origin.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
