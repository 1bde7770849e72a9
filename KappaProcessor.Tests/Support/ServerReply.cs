using System.Globalization;
using System.Text;

namespace Kappa.Tests.Support;

/// <summary>
/// What a <see cref="ScriptedServer"/> does with one request: bytes it answers with, and how it misbehaves.
/// </summary>
internal sealed record ServerReply(byte[] Bytes)
{
    /// <summary>The request was read whole, and nothing comes back until the server is disposed of.</summary>
    public static ServerReply Silence { get; } = new([]) { IsSilent = true };

    /// <summary>The request was read whole; the connection ends without an answer.</summary>
    public static ServerReply HangUp { get; } = new([]) { Closes = true };

    /// <summary>The connection is reset as soon as the head of the request has come.</summary>
    public static ServerReply Reset { get; } = new([]) { Closes = true, ReadsBody = false };

    /// <summary>The body is never read, and nothing comes back.</summary>
    public static ServerReply StopReading { get; } = new([]) { IsSilent = true, ReadsBody = false };

    public bool Closes { get; init; }

    public bool IsSilent { get; init; }

    public bool ReadsBody { get; init; } = true;

    public static ServerReply Json(int status, string body, params string[] headers) =>
        Text(status, body, [.. headers, "Content-Type: application/json"]);

    public static ServerReply Text(int status, string body, params string[] headers) =>
        File(status, Encoding.UTF8.GetBytes(body), headers);

    public static ServerReply File(int status, byte[] content, params string[] headers) =>
        new([.. Head(status, content.Length, headers), .. content]);

    /// <summary>Promises the whole body, sends half of it, and closes.</summary>
    public static ServerReply Truncated(int status, string body, params string[] headers)
    {
        var content = Encoding.UTF8.GetBytes(body);
        var half = content.Take(content.Length / 2);
        return new ServerReply([.. Head(status, content.Length, headers), .. half]) { Closes = true };
    }

    private static byte[] Head(int status, int length, string[] headers)
    {
        var reason = ((System.Net.HttpStatusCode)status).ToString();
        var lines = string.Create(
            CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {reason}\r\nContent-Length: {length}\r\n");
        return Encoding.UTF8.GetBytes(
            lines + string.Concat(headers.Select(header => $"{header}\r\n")) + "\r\n");
    }
}
