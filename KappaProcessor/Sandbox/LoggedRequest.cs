using System.Net;

namespace Kappa.Sandbox;

/// <summary>
/// One request that came in. Tokens and signatures are not in it: headers are without Authorization.
/// </summary>
internal sealed record LoggedRequest(DateTimeOffset Time, string Method, string Path, string Query)
{
    /// <summary>Null for a path that no step is about.</summary>
    public SandboxStep? Step { get; init; }

    /// <summary>The status that was answered; 0 when the answer was withheld.</summary>
    public HttpStatusCode Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Bytes of the body, as far as it was read.</summary>
    public long BodySize { get; init; }

    public bool HadAuthorization { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public override string ToString() => string.Join(' ',
        SandboxTime.Text(SandboxTime.ToSeconds(Time)),
        Method,
        Path + Query,
        Status == 0 ? "no answer" : $"{(int)Status}",
        $"{ContentType?.Split(';')[0] ?? "-"}",
        $"{BodySize} bytes",
        HadAuthorization ? "with Authorization" : "without Authorization");
}
