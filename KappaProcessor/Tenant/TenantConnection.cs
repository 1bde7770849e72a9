using System.Net;
using System.Net.Http.Headers;
using NLog;
using RestSharp;

namespace Kappa.Tenant;

/// <summary>
/// Sends one request once, with the token, to the tenant and nowhere else; never throws for what comes back.
/// </summary>
internal sealed class TenantConnection : IDisposable
{
    private const int MostRedirects = 3;

    /// <summary>A page of 300 apps with 64 KB of scripts each.</summary>
    private const int LargestAnswer = 20 * 1024 * 1024;

    private readonly TenantAccess access;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly RestClient client;
    private int calls;

    public TenantConnection(TenantAccess access, TimeProvider clock, ILogger log)
    {
        this.access = access;
        this.clock = clock;
        this.log = log;
        var http = new HttpClient(HttpConnections.NewHandler(access.Address.IsLoopback))
        {
            MaxResponseContentBufferSize = LargestAnswer,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var options = new RestClientOptions
        {
            UserAgent = UserAgent.Text,
            FollowRedirects = false,
            DisableCharset = true,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client = new RestClient(http, options, disposeHttpClient: true);
    }

    /// <summary>Requests sent so far, each attempt and each page counted.</summary>
    public int Calls => calls;

    /// <summary>
    /// A read may be redirected within the tenant a few times; any other redirect is the answer.
    /// </summary>
    public async Task<TenantAnswer> SendAsync(TenantRequest request, CancellationToken cancel)
    {
        var url = request.Url(access.Address.ApiRoot);
        var answer = await SendAsync(request, url, cancel);
        for (var hop = 0; hop < MostRedirects && Onward(request, url, answer) is { } next; hop++)
        {
            url = next;
            answer = await SendAsync(request, url, cancel);
        }

        return answer;
    }

    public void Dispose() => client.Dispose();

    private Uri? Onward(TenantRequest request, Uri from, TenantAnswer answer) =>
        request.IsRead && answer.IsRedirect
        && Uri.TryCreate(from, answer.Location, out var to) && access.Address.Covers(to)
            ? to
            : null;

    private async Task<TenantAnswer> SendAsync(TenantRequest request, Uri url, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        Interlocked.Increment(ref calls);
        var answer = Read(await client.ExecuteAsync(Message(request, url), cancel));

        var entries = request.Entries is { } what && ListPage.TryParse(answer.Json) is { } page
            ? $", {page.Entries.Count} {what}"
            : "";
        log.Debug($"{request.Verb} {access.Address.ApiRoot.MakeRelativeUri(url)} → {answer.Summary}, "
            + $"{clock.GetElapsedTime(started).TotalMilliseconds:0} ms{entries}");
        return answer;
    }

    private RestRequest Message(TenantRequest request, Uri url)
    {
        // The constructors take a query apart and put it together again; the property leaves it alone.
        var message = new RestRequest
        {
            Resource = url.AbsoluteUri,
            Method = request.Method,
            Version = HttpVersion.Version20,

            // A read right after a write may otherwise be answered from before it.
            CachePolicy = request.IsRead ? new CacheControlHeaderValue { NoCache = true } : null,
        };
        message.AddHeader("Authorization", $"Bearer {access.Token.Reveal()}");
        message.AddHeader("Accept", "application/json");
        return request.Body is { } body ? message.AddStringBody(body, request.ContentType) : message;
    }

    private TenantAnswer Read(RestResponse response)
    {
        if (response.StatusCode == 0)
        {
            return new TenantAnswer { Fault = ConnectionFault.From(response.ErrorException) };
        }

        var body = response.Content ?? "";
        return new TenantAnswer
        {
            Status = response.StatusCode,
            Reason = AnswerText.OneLine(response.StatusDescription ?? ""),
            Body = body,
            Json = response.IsSuccessStatusCode ? AnswerJson.TryParse(body) : null,
            AskedWait = RetryAfter.TryParse(response.GetHeaderValue("Retry-After"), clock.GetUtcNow()),
            Location = response.GetHeaderValue("Location"),
        };
    }
}
