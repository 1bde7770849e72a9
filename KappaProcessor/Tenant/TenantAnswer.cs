using System.Net;
using Newtonsoft.Json.Linq;

namespace Kappa.Tenant;

/// <summary>What one attempt brought: a status with a body, or the reason why there was none.</summary>
internal sealed record TenantAnswer
{
    /// <summary>Null when no whole answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    public string Reason { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>The body of a success as JSON; null when it is none.</summary>
    public JToken? Json { get; init; }

    /// <summary>How long the server asks to wait before the next attempt.</summary>
    public TimeSpan? AskedWait { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>Why no whole answer came.</summary>
    public ConnectionFault? Fault { get; init; }

    public bool IsSuccess => (int?)Status is >= 200 and < 300;

    public bool IsRedirect => (int?)Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>
    /// "The upload is still being processed.", with status 503: a create or update that comes soon after the
    /// upload is told to come back. Other 503s, from a load balancer for example, have no such detail.
    /// </summary>
    public bool IsStillProcessing => Status == HttpStatusCode.ServiceUnavailable
        && AnswerJson.TryParse(Body) is JObject json
        && json["detail"] is JValue { Type: JTokenType.String } detail
        && ((string)detail!).Contains("process", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Nothing was done: the request never arrived, or the server says that it was turned away.
    /// </summary>
    public bool WasTurnedAway =>
        Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        || Fault is { Kind: FaultKind.NotConnected or FaultKind.NotTrusted };

    /// <summary>The same request may well succeed a little later.</summary>
    public bool IsTransient =>
        (int?)Status is 429 or 500 or 502 or 503 or 504
        || Fault is { Kind: FaultKind.NotConnected or FaultKind.TimedOut or FaultKind.Broken };

    /// <summary>
    /// There is a body, and it is no JSON: not the tenant's, but a proxy's or a login page's.
    /// </summary>
    public bool IsForeign => Json is null && !string.IsNullOrWhiteSpace(Body);

    /// <summary>For a log line: <c>503 Service Unavailable</c>, or what happened to the connection.</summary>
    public string Summary =>
        Status is { } status ? $"{(int)status} {Reason}".TrimEnd() : Fault?.Text ?? "no answer";
}
