using System.Globalization;
using System.Net;
using System.Text;

namespace Kappa.Sandbox.Wire;

/// <summary>Writes an answer to the client's stream (RFC 9112).</summary>
internal sealed class AnswerWriter(Stream stream, TimeProvider clock)
{
    private const int DripPieces = 10;

    /// <summary>
    /// All of it; <paramref name="closing"/> tells the client that no further answer follows.
    /// </summary>
    public async Task WriteAsync(SandboxAnswer answer, bool closing, CancellationToken cancel)
    {
        var isCut = answer.Delivery is AnswerDelivery.Truncated;
        var body = isCut ? answer.Body[..(answer.Body.Length / 2)] : answer.Body;
        var head = Encoding.Latin1.GetBytes(Head(answer, closing));
        if (answer.Delivery is AnswerDelivery.Dripping dripping)
        {
            await stream.WriteAsync(head, cancel);
            await DripAsync(body, dripping.Time / DripPieces, cancel);
            return;
        }

        // One write: a client that sees the head sees a small body as well.
        await stream.WriteAsync((byte[])[.. head, .. body.Span], cancel);
    }

    private async Task DripAsync(ReadOnlyMemory<byte> body, TimeSpan pause, CancellationToken cancel)
    {
        var size = Math.Max(1, (body.Length + DripPieces - 1) / DripPieces);
        for (var at = 0; at < body.Length; at += size)
        {
            await Task.Delay(pause, clock, cancel);
            await stream.WriteAsync(body[at..Math.Min(body.Length, at + size)], cancel);
        }
    }

    private string Head(SandboxAnswer answer, bool closing)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        List<string> lines =
        [
            $"HTTP/1.1 {(int)answer.Status} {Reason(answer.Status)}",
            $"Date: {date}",
            "Server: kappa-sandbox",
            .. answer.Headers.Select(header => $"{header.Key}: {header.Value}"),
        ];
        if (answer.ContentType is not null)
        {
            lines.Add($"Content-Type: {answer.ContentType}");
        }

        if (answer.Status != HttpStatusCode.NoContent)
        {
            lines.Add($"Content-Length: {answer.Body.Length}");
        }

        if (closing)
        {
            lines.Add("Connection: close");
        }

        return string.Concat(lines.Select(line => $"{line}\r\n")) + "\r\n";
    }

    private static string Reason(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => "OK",
        _ => string.Concat(status.ToString().Select((letter, at) =>
            at > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")),
    };
}
