using System.Text.RegularExpressions;

namespace Kappa.Installers.Casks;

/// <summary>What a cask's document says of its download: <c>url</c>, <c>url_specs</c>, <c>sha256</c>.</summary>
internal static partial class CaskRequestReader
{
    private const string NoCheck = "no_check";

    /// <summary>
    /// For vendors who serve browsers only (<c>:fake</c>, <c>:browser</c>): what Safari says of itself.
    /// </summary>
    private const string Browser =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        + "Version/18.5 Safari/605.1.15";

    public static CaskRequest Read(CaskFields cask)
    {
        var specs = cask.Section("url_specs");
        return new CaskRequest(Address(cask, "url") ?? throw CaskFields.Foreign(cask.Place, "it has no url"))
        {
            UserAgent = specs?.Text("user_agent") is { } agent
                ? agent.StartsWith(':') ? Browser : OneLine(cask, agent)
                : null,
            Referer = specs is null ? null : Address(specs, "referer"),
            Headers = specs is null ? [] : [.. Headers(specs), .. Cookies(specs)],
            Form = specs?.Section("data")?.Pairs(),
        };
    }

    public static string? ReadSha256(CaskFields cask) => cask.Text("sha256")?.ToLowerInvariant() switch
    {
        null or NoCheck => null,
        var hash when Sha256().IsMatch(hash) => hash,
        _ => throw CaskFields.Foreign(cask.Place, "its sha256 is none"),
    };

    private static Uri? Address(CaskFields fields, string name)
    {
        if (fields.Text(name) is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw CaskFields.Foreign(fields.Place, $"its {name} is no address ({text})");
    }

    /// <summary><c>"header": ["Accept: text/html"]</c>, or one text.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Headers(CaskFields specs) => specs.Texts("header")
        .Select(line => OneLine(specs, line).Split(':', 2, StringSplitOptions.TrimEntries))
        .Where(header => header is [{ Length: > 0 }, _])
        .Select(header => KeyValuePair.Create(header[0], header[1]));

    private static IEnumerable<KeyValuePair<string, string>> Cookies(CaskFields specs)
    {
        var cookies = specs.Section("cookies")?.Pairs().Select(cookie => $"{cookie.Key}={cookie.Value}") ?? [];
        return string.Join("; ", cookies) is { Length: > 0 } line
            ? [KeyValuePair.Create("Cookie", OneLine(specs, line))]
            : [];
    }

    private static string OneLine(CaskFields fields, string text) => text.Any(char.IsControl)
        ? throw CaskFields.Foreign(fields.Place, "a header in its url_specs has control characters")
        : text;

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Sha256();
}
