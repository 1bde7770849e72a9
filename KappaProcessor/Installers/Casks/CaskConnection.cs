using System.Net;

namespace Kappa.Installers.Casks;

/// <summary>
/// Asks Homebrew and vendors for files: over https alone, also along redirects. Plain http is for an API on
/// this machine (a mirror, a test), and what that leads to on this machine.
/// </summary>
internal sealed class CaskConnection(bool allowsLoopback) : IDisposable
{
    /// <summary>Browsers stop at twenty; downloads of casks take four at most.</summary>
    private const int MostRedirects = 10;

    private readonly HttpClient direct = NewClient(loopback: true);
    private readonly HttpClient viaSystem = NewClient(loopback: false);

    /// <summary>The answer's head; its body is still to be read.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="condition">Adds headers about what is here already.</param>
    /// <param name="cancel">A stall's limit as well.</param>
    /// <exception cref="KappaException">It leads to where Kappa does not go.</exception>
    /// <exception cref="HttpRequestException">No answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        CaskRequest request, Action<HttpRequestMessage> condition, CancellationToken cancel)
    {
        var at = request.Url;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            RequireSafe(at, request.Url);
            using var message = Message(request, at);
            condition(message);
            var client = at.IsLoopback ? direct : viaSystem;
            var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (Next(response) is not { } location)
            {
                return response;
            }

            response.Dispose();
            at = new Uri(at, location);
        }

        throw new KappaException(
            $"{request.Url.Host} redirects more than {MostRedirects} times.",
            "Try the address in a browser; its vendor must mend it.");
    }

    public void Dispose()
    {
        direct.Dispose();
        viaSystem.Dispose();
    }

    private static HttpClient NewClient(bool loopback)
    {
        var handler = HttpConnections.NewHandler(loopback);

        // A file is wanted as it is; a range of a compressed one is of no use.
        handler.AutomaticDecompression = DecompressionMethods.None;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static HttpRequestMessage Message(CaskRequest request, Uri at)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, at);
        message.Headers.TryAddWithoutValidation("User-Agent", request.UserAgent ?? UserAgent.Text);
        message.Headers.Referrer = request.Referer;
        if (at.Authority != request.Url.Authority)
        {
            return message;
        }

        if (request.Form is { } form)
        {
            message.Method = HttpMethod.Post;
            message.Content = new FormUrlEncodedContent(form);
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static Uri? Next(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => response.Headers.Location,
        _ => null,
    };

    private void RequireSafe(Uri at, Uri first)
    {
        if (at.Scheme == Uri.UriSchemeHttps
            || (at.Scheme == Uri.UriSchemeHttp && at.IsLoopback && allowsLoopback))
        {
            return;
        }

        var origin = PrintableText.Of($"{at.Scheme}://{at.Authority}");
        throw new KappaException(
            at == first
                ? $"The download is at {origin}, which is not https."
                : $"{first.Host} redirects to {origin}, which is not https.",
            "Kappa loads installers over https only; get this one by hand, and upload the file.");
    }
}
