using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Configuration;

/// <summary>JSON text, with comments and trailing commas, as values that know their line.</summary>
internal static class UntypedJson
{
    /// <summary>Levels; the deepest setting stands on the third.</summary>
    private const int DeepestLevel = 16;

    private static readonly JsonLoadSettings Load = new()
    {
        CommentHandling = CommentHandling.Ignore,
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
        LineInfoHandling = LineInfoHandling.Load,
    };

    /// <exception cref="KappaException">It is no JSON, or no object; with line and column.</exception>
    public static UntypedValue.Dict ParseObject(string text, string path)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text))
            {
                MaxDepth = DeepestLevel,
                DateParseHandling = DateParseHandling.None,
            };
            var json = JToken.Load(reader, Load);
            while (reader.Read())
            {
                // Nothing but comments may follow; the reader throws at anything else.
            }

            var value = Convert(json);
            return value as UntypedValue.Dict ?? throw new KappaException(
                $"{path} holds {value.Describe()}, not a dictionary.", "Put everything into one { … }.");
        }
        catch (JsonReaderException fault)
        {
            throw Broken(text, path, fault);
        }
    }

    private static KappaException Broken(string text, string path, JsonReaderException fault)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new KappaException($"{path} is empty.", "Write settings into it, or remove it.", fault);
        }

        // The reader counts columns from 0, and repeats the place in its message.
        var column = fault.LinePosition + 1;
        var reason = fault.Message.Split(" Path '")[0].TrimEnd('.');
        return new KappaException(
            $"{path} is not valid JSON: line {fault.LineNumber}, column {column}: {reason}.",
            "Mend the file there or just before.",
            fault);
    }

    private static UntypedValue Convert(JToken json) => ConvertBare(json) with
    {
        Line = json is IJsonLineInfo place && place.HasLineInfo() ? place.LineNumber : null,
    };

    private static UntypedValue ConvertBare(JToken json) => json switch
    {
        JObject entries => new UntypedValue.Dict(
            entries.Properties().ToDictionary(entry => entry.Name, entry => Convert(entry.Value))),
        JArray items => new UntypedValue.List([.. items.Select(Convert)]),
        { Type: JTokenType.String } => new UntypedValue.Text((string)json!),
        { Type: JTokenType.Boolean } => new UntypedValue.Flag((bool)json),
        JValue { Value: long number } => new UntypedValue.Whole(number),
        JValue { Value: double number } => new UntypedValue.Real(number),
        { Type: JTokenType.Null } => UntypedValue.Nothing,
        _ => new UntypedValue.Other(json.ToString(Formatting.None)),
    };
}
