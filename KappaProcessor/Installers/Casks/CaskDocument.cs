using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Installers.Casks;

/// <summary>
/// What Homebrew knows of a cask: <c>https://formulae.brew.sh/api/cask/NAME.json</c>, with the variation for
/// the wanted kind of Mac laid over it.
/// </summary>
internal sealed record CaskDocument
{
    /// <summary>Levels; real documents have eight.</summary>
    private const int DeepestLevel = 32;

    public required string Token { get; init; }

    /// <summary>The first of <see cref="Names"/>.</summary>
    public string Name => Names[0];

    /// <summary>For people; the token where a document gives none.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>May hold more than the application's, <c>7.0.20,163906</c>; or be <c>latest</c>.</summary>
    public required string Version { get; init; }

    public required CaskRequest Request { get; init; }

    /// <summary>Lower-case hex; null for <c>no_check</c>.</summary>
    public string? Sha256 { get; init; }

    /// <summary><c>pkg</c>, <c>app</c>, <c>zap</c> …, in the document's order.</summary>
    public required IReadOnlyList<string> Artifacts { get; init; }

    /// <summary><c>:git</c> and the like: how it is fetched when not as a file.</summary>
    public string? Using { get; init; }

    /// <summary><c>>= 12</c>; null when any will do.</summary>
    public string? MacOS { get; init; }

    /// <summary>Why Homebrew will drop it, or an empty text; null when it will not.</summary>
    public string? Deprecation { get; init; }

    /// <summary>Why Homebrew does not install it any more, or an empty text; null when it does.</summary>
    public string? Disablement { get; init; }

    /// <param name="json">The document.</param>
    /// <param name="place">Where it is from, for messages.</param>
    /// <param name="processor">The kind of Mac it is wanted for.</param>
    /// <exception cref="KappaException">It is no such document.</exception>
    public static CaskDocument Parse(string json, string place, CaskProcessor processor)
    {
        var cask = new CaskFields(ReadObject(json, place), place).With(processor);
        var token = CaskToken.TryParse(cask.RequiredText("token"))?.Text
            ?? throw CaskFields.Foreign(place, "its token is none");
        return new CaskDocument
        {
            Token = token,
            Names = cask.Texts("name") is [_, ..] names ? names : [token],
            Version = cask.RequiredText("version"),
            Request = CaskRequestReader.Read(cask),
            Sha256 = CaskRequestReader.ReadSha256(cask),
            Using = cask.Section("url_specs")?.Text("using"),
            Artifacts = cask.Keys("artifacts"),
            MacOS = cask.Section("depends_on")?.Section("macos")?.Conditions(),
            Deprecation = cask.Flag("deprecated") ? cask.Text("deprecation_reason") ?? "" : null,
            Disablement = cask.Flag("disabled") ? cask.Text("disable_reason") ?? "" : null,
        };
    }

    /// <summary><c>brew info --json=v2</c> has a list of documents; this is the only one of it.</summary>
    public static CaskDocument ParseInfo(string json, string place, CaskProcessor processor) =>
        ReadObject(json, place)["casks"] is JArray { Count: 1 } casks
            ? Parse(casks[0].ToString(Formatting.None), place, processor)
            : throw CaskFields.Foreign(place, "it lists no cask, or several");

    private static JObject ReadObject(string json, string place)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json))
            {
                MaxDepth = DeepestLevel,
                DateParseHandling = DateParseHandling.None,
            };
            return JToken.ReadFrom(reader) as JObject ?? throw CaskFields.Foreign(place, "it is no JSON object");
        }
        catch (JsonException fault)
        {
            throw CaskFields.Foreign(place, fault.Message.TrimEnd('.'), fault);
        }
    }
}
