using Newtonsoft.Json.Linq;

namespace Kappa.Installers.Casks;

/// <summary>Typed values out of a cask's JSON. Null is a value that is not there, or null.</summary>
internal sealed class CaskFields(JObject json, string place)
{
    public string Place => place;

    public static KappaException Foreign(string place, string fault, Exception? cause = null) => new(
        $"{place} is not the description of a cask: {PrintableText.Of(fault)}.",
        "Something else answered, or Homebrew's format has changed; look at it in a browser.",
        cause);

    /// <summary>With what differs for that kind of Mac; a value of a variation replaces the whole.</summary>
    public CaskFields With(CaskProcessor processor)
    {
        if (json["variations"] is not JObject variations
            || CaskVariation.Choose([.. variations.Properties().Select(one => one.Name)], processor) is not { } name
            || variations[name] is not JObject variation)
        {
            return this;
        }

        var merged = (JObject)json.DeepClone();
        foreach (var value in variation.Properties())
        {
            merged[value.Name] = value.Value;
        }

        return new CaskFields(merged, place);
    }

    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw Foreign(place, $"it has no {name}");

    public string? Text(string name) => json[name] switch
    {
        null or { Type: JTokenType.Null } => null,
        { Type: JTokenType.String } text => (string?)text,
        _ => throw Foreign(place, $"its {name} is no text"),
    };

    /// <summary>An array of texts, or one text.</summary>
    public IReadOnlyList<string> Texts(string name) => json[name] switch
    {
        JArray texts => [.. texts.Where(text => text.Type == JTokenType.String).Select(text => (string)text!)],
        { Type: JTokenType.String } text => [(string)text!],
        _ => [],
    };

    public bool Flag(string name) => json[name] is { Type: JTokenType.Boolean } flag && (bool)flag;

    public CaskFields? Section(string name) =>
        json[name] is JObject section ? new CaskFields(section, place) : null;

    /// <summary>Names and texts of a section, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs() =>
        [.. json.Properties().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.ToString()))];

    /// <summary>The names in an array of dictionaries, each once.</summary>
    public IReadOnlyList<string> Keys(string name) => json[name] is JArray items
        ? [.. items.OfType<JObject>().SelectMany(item => item.Properties()).Select(one => one.Name).Distinct()]
        : [];

    /// <summary><c>{ ">=": ["12"] }</c> → <c>>= 12</c>; null when there are none.</summary>
    public string? Conditions()
    {
        var conditions = json.Properties().Select(one => $"{one.Name} {string.Join(" or ", Texts(one.Name))}");
        return string.Join(", ", conditions) is { Length: > 0 } text ? text : null;
    }
}
