using System.Globalization;

namespace Kappa.Sandbox.Wire;

/// <summary>The request line and the headers of one request (RFC 9112).</summary>
internal sealed record RequestHead(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    private const int LongestLine = 64 * 1024;
    private const int MostHeaders = 200;

    /// <summary>
    /// False when the client wants the connection closed after the answer, as HTTP/1.0 does.
    /// </summary>
    public bool KeepAlive { get; private init; }

    public bool IsChunked => Header("Transfer-Encoding") is not null;

    /// <summary>The client holds its body back until it reads "100 Continue".</summary>
    public bool ExpectsContinue =>
        string.Equals(Header("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase);

    public long? ContentLength => Header("Content-Length") is { } text
        ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The next request of a connection; null when the client has closed it.</summary>
    /// <exception cref="InvalidDataException">What came is no HTTP/1.x request.</exception>
    public static async ValueTask<RequestHead?> ReadAsync(ConnectionInput input, CancellationToken cancel)
    {
        if (await input.ReadLineAsync(LongestLine, cancel) is not { } line)
        {
            return null;
        }

        var words = line.Split(' ');
        if (words is not [var method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
        {
            throw new InvalidDataException("The request line is not METHOD /path HTTP/1.1.");
        }

        var headers = await ReadHeadersAsync(input, cancel);
        var wanted = headers.GetValueOrDefault("Connection", words[2] == "HTTP/1.1" ? "keep-alive" : "close");
        return new RequestHead(method, target, headers)
        {
            KeepAlive = !wanted.Contains("close", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static async ValueTask<Dictionary<string, string>> ReadHeadersAsync(
        ConnectionInput input, CancellationToken cancel)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await input.ReadLineAsync(LongestLine, cancel) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || headers.Count == MostHeaders)
            {
                throw new InvalidDataException("A header line is not Name: value, or there are too many.");
            }

            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var earlier) ? $"{earlier}, {value}" : value;
        }

        return Checked(headers);
    }

    private static Dictionary<string, string> Checked(Dictionary<string, string> headers)
    {
        var length = headers.GetValueOrDefault("Content-Length", "0");
        var coding = headers.GetValueOrDefault("Transfer-Encoding", "chunked");
        return long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
            ? headers
            : throw new InvalidDataException("The length of the request's body cannot be understood.");
    }
}
