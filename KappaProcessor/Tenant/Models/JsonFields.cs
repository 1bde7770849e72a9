using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kappa.Tenant.Models;

/// <summary>
/// Required and optional fields of an API answer; what is there with the wrong type is an error.
/// </summary>
internal static class JsonFields
{
    public static string RequiredString(this JObject json, string name) =>
        json.OptionalString(name) ?? throw Wrong(json, name, "is missing");

    public static string? OptionalString(this JObject json, string name) => json[name] switch
    {
        null or { Type: JTokenType.Null } => null,
        { Type: JTokenType.String } text => (string)text!,
        _ => throw Wrong(json, name, "is not a text"),
    };

    public static bool OptionalBool(this JObject json, string name, bool absent) => json[name] switch
    {
        null or { Type: JTokenType.Null } => absent,
        { Type: JTokenType.Boolean } flag => (bool)flag,
        _ => throw Wrong(json, name, "is not true or false"),
    };

    public static long? OptionalLong(this JObject json, string name) => json[name] switch
    {
        null or { Type: JTokenType.Null } => null,
        JValue { Value: long number } => number,
        _ => throw Wrong(json, name, "is not a whole number, or too large a one"),
    };

    /// <summary>A time stamp in ISO 8601, as the API writes them; null when absent.</summary>
    public static DateTimeOffset? OptionalTime(this JObject json, string name)
    {
        if (json.OptionalString(name) is not { Length: > 0 } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Wrong(json, name, $"is not a time stamp ('{text}')");
    }

    private static KappaException Wrong(JObject json, string name, string fault) => new(
        $"The tenant's answer cannot be understood: \"{name}\" {fault} (fields there: "
            + $"{string.Join(", ", json.Properties().Select(property => property.Name).Take(20))}).",
        "Run again; if it stays, report it with the output of -vvv.");
}
