using System.Net;
using System.Text;

namespace Kappa.Installers.Casks;

/// <summary>Homebrew's JSON API, as far as it is about one cask.</summary>
internal sealed class CaskApi(Uri root, CaskConnection connection, TimeProvider clock)
{
    /// <summary>Another API of the same form: a mirror's, or a test's.</summary>
    public const string RootVariable = "KAPPA_CASK_API";

    public static readonly Uri Homebrew = new("https://formulae.brew.sh/api/");

    /// <summary>Bytes; the largest real document has 60,000.</summary>
    private const int LargestDocument = 4 * 1024 * 1024;

    /// <summary>For a document of some kilobytes.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    /// <summary>Homebrew's own, or the one that the environment names.</summary>
    /// <exception cref="KappaException">The variable holds no address that Kappa would ask.</exception>
    public static Uri Root(Func<string, string?> variable)
    {
        if (variable(RootVariable) is not { Length: > 0 } text)
        {
            return Homebrew;
        }

        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var root)
            && (root.Scheme == Uri.UriSchemeHttps || (root.Scheme == Uri.UriSchemeHttp && root.IsLoopback))
                ? root
                : throw new KappaException(
                    $"{RootVariable} is '{PrintableText.Of(text)}', not an address of https.",
                    $"Write one like {Homebrew} (http for this machine only), or take the variable away.");
    }

    /// <exception cref="KappaException">There is no such cask, or no answer.</exception>
    public async Task<CaskDocument> ReadAsync(
        CaskToken token, CaskProcessor processor, CancellationToken cancel)
    {
        if (token.IsForeign)
        {
            throw new KappaException(
                $"The cask {token} is in a tap of its own, which Homebrew's API does not know.",
                "Install brew on this machine for it, or use a cask of Homebrew's own tap.");
        }

        var address = new Uri(root, $"cask/{Uri.EscapeDataString(token.Text)}.json");
        return CaskDocument.Parse(await DownloadAsync(token, address, cancel), address.AbsoluteUri, processor);
    }

    private async Task<string> DownloadAsync(CaskToken token, Uri address, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var response = await connection.SendAsync(new CaskRequest(address), _ => { }, either.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadTextAsync(response, address, either.Token),
                HttpStatusCode.NotFound => throw Unknown(token),
                var status => throw NoAnswer(address, $"status {(int)status}"),
            };
        }
        catch (OperationCanceledException problem) when (!cancel.IsCancellationRequested)
        {
            throw NoAnswer(address, $"no answer within {TimeLimit.TotalMinutes:N0} minutes", problem);
        }
        catch (HttpRequestException problem)
        {
            throw NoAnswer(address, ConnectionFault.From(problem).Text, problem);
        }
        catch (IOException problem)
        {
            throw NoAnswer(address, problem.Message.TrimEnd('.'), problem);
        }
    }

    private static async Task<string> ReadTextAsync(
        HttpResponseMessage response, Uri address, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[LargestDocument + 1];
        var got = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return got <= LargestDocument
            ? Encoding.UTF8.GetString(buffer, 0, got)
            : throw NoAnswer(address, $"more than {LargestDocument:N0} bytes");
    }

    private static KappaException Unknown(CaskToken token) => new(
        $"Homebrew has no cask {token}.",
        "Look its name up at https://formulae.brew.sh/cask/; casks are renamed at times.");

    private static KappaException NoAnswer(Uri address, string fault, Exception? cause = null) => new(
        $"{address} could not be read: {PrintableText.Of(fault)}.",
        $"Check the network and the proxy, then run again; {RootVariable} may name a mirror.",
        cause);
}
