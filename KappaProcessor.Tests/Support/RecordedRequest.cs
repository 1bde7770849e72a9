using System.Text;

namespace Kappa.Tests.Support;

/// <summary>One request as its bytes came over the wire.</summary>
internal sealed record RecordedRequest(string Head, byte[] Body)
{
    /// <summary><c>GET /api/v1/blueprints HTTP/1.1</c></summary>
    public string Line => Head.Split("\r\n")[0];

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a header, or null when it was not sent.</summary>
    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();
}
