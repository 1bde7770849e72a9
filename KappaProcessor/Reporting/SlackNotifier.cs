using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kappa.Secrets;
using Newtonsoft.Json;
using NLog;

namespace Kappa.Reporting;

/// <summary>
/// Posts messages to a Slack webhook. Slack being away is worth a warning, never a failed run.
/// </summary>
internal sealed class SlackNotifier(HttpClient http, Secret webhook, TimeProvider clock, ILogger log)
{
    private const int Attempts = 3;

    /// <summary>For one attempt, its answer included.</summary>
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A client for that webhook alone: no redirects, which could lead the address elsewhere.
    /// </summary>
    public static HttpClient NewClient(Secret webhook) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !(Uri.TryCreate(webhook.Reveal(), UriKind.Absolute, out var uri) && uri.IsLoopback),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task PostAsync(IEnumerable<SlackMessage> messages, CancellationToken cancel)
    {
        if (FindAddress(webhook) is not { } address)
        {
            log.Warn("The Slack webhook is not an https address, so nothing was posted. Store the URL that Slack gave.");
            return;
        }

        foreach (var message in messages)
        {
            try
            {
                cancel.ThrowIfCancellationRequested();
                await PostAsync(address, message, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // What was done has to be told to AutoPkg all the same.
                log.Warn("The run was stopped before Slack had the message \"{0}\".", message.Title);
            }
        }
    }

    private async Task PostAsync(Uri address, SlackMessage message, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (status, wait) = await SendAsync(address, message, cancel);
            if (status is HttpStatusCode.OK)
            {
                log.Debug("Posted to Slack: {0}.", message.Title);
                return;
            }

            if (status is not HttpStatusCode.TooManyRequests || attempt == Attempts)
            {
                log.Warn("Slack did not take the message \"{0}\" ({1}).", message.Title, Word(status));
                return;
            }

            await Task.Delay(wait, clock, cancel);
        }
    }

    /// <summary>The answer's status, null when there was none, and how long Slack asks to wait.</summary>
    private async Task<(HttpStatusCode? Status, TimeSpan Wait)> SendAsync(
        Uri address, SlackMessage message, CancellationToken cancel)
    {
        using var content = new StringContent(
            message.ToJson().ToString(Formatting.None), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var limit = new CancellationTokenSource(AttemptLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var response = await http.PostAsync(address, content, either.Token);
            return (response.StatusCode, Wait(response.Headers.RetryAfter));
        }
        catch (HttpRequestException)
        {
            // Its text may hold the address, which is the secret; "no answer" says enough.
            return (null, UsualWait);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, UsualWait);
        }
    }

    private TimeSpan Wait(RetryConditionHeaderValue? asked)
    {
        var wait = asked?.Delta ?? (asked?.Date - clock.GetUtcNow()) ?? UsualWait;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }

    /// <summary>Whether it is an address that messages are sent to.</summary>
    public static bool IsAddress(Secret webhook) => FindAddress(webhook) is not null;

    private static Uri? FindAddress(Secret webhook) =>
        Uri.TryCreate(webhook.Reveal(), UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
            ? uri
            : null;

    private static string Word(HttpStatusCode? status) =>
        status is null ? "no answer" : $"HTTP {(int)status}";
}
