using System.Net;
using System.Text;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Tenant;

/// <summary>
/// Posts an installer to the storage host, on a connection of its own that was never given the token. Sent
/// once: a ticket is for one try, so trying again is for whoever can get another.
/// </summary>
internal sealed class StorageUploader(TenantAddress address, TimeProvider clock, ILogger log)
    : IInstallerUpload, IDisposable
{
    /// <summary>Of an error's body; a success has none worth reading.</summary>
    private const int LongestError = 64 * 1024;

    private readonly HttpClient direct = NewClient(loopback: true);
    private readonly HttpClient viaSystem = NewClient(loopback: false);

    public async Task UploadAsync(
        UploadTicket ticket, string fileName, Stream content, long length, CancellationToken cancel)
    {
        var errors = new StorageErrors(ticket, fileName);
        if (!IsSafe(ticket.PostUrl))
        {
            throw errors.UnsafeHost();
        }

        using var guard = new StallGuard(clock, cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, ticket.PostUrl)
        {
            Content = UploadForm.For(ticket, fileName, new UploadContent(content, length, guard.Moved)),
        };
        var started = clock.GetTimestamp();
        var answer = await SendAsync(request, guard, cancel);

        log.Debug($"POST {ticket.PostUrl.Authority} → {answer.Summary}, "
            + $"{clock.GetElapsedTime(started).TotalMilliseconds:0} ms, {length:N0} bytes");
        if (!IsStored(answer))
        {
            throw errors.Failure(answer);
        }
    }

    public void Dispose()
    {
        direct.Dispose();
        viaSystem.Dispose();
    }

    private static HttpClient NewClient(bool loopback)
    {
        var client = new HttpClient(HttpConnections.NewHandler(loopback))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Text);
        return client;
    }

    // A tenant in the network has no business with ports of this machine.
    private bool IsSafe(Uri storage) =>
        storage.Scheme == Uri.UriSchemeHttps
        || (storage.Scheme == Uri.UriSchemeHttp && storage.IsLoopback && address.IsLoopback);

    // S3 answers a POST with nothing, or with XML; a page for people is a proxy's, and the file never
    // arrived.
    private static bool IsStored(TenantAnswer answer) => answer is
    {
        Status: HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent, Body: "",
    };

    private async Task<TenantAnswer> SendAsync(
        HttpRequestMessage request, StallGuard guard, CancellationToken cancel)
    {
        try
        {
            var client = request.RequestUri!.IsLoopback ? direct : viaSystem;
            using var response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, guard.Token);
            return new TenantAnswer
            {
                Status = response.StatusCode,
                Reason = AnswerText.OneLine(response.ReasonPhrase ?? ""),
                Body = await ReadStartAsync(response, guard.Token),
                Location = response.Headers.Location?.OriginalString,
            };
        }
        catch (OperationCanceledException problem) when (!cancel.IsCancellationRequested)
        {
            return new TenantAnswer { Fault = guard.Stall ?? ConnectionFault.From(problem) };
        }
        catch (HttpRequestException problem)
        {
            return new TenantAnswer { Fault = ConnectionFault.From(problem) };
        }
    }

    private static async Task<string> ReadStartAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return "";
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var start = new byte[LongestError];
        var got = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(start, 0, got);
    }
}
