using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Tenant;

/// <summary>Answers as JSON trees. Texts stay texts, also those that look like dates.</summary>
internal static class AnswerJson
{
    /// <summary>
    /// A page of 300 apps has some 15,000 parts; each costs memory far beyond its two or three letters.
    /// </summary>
    private const int MostParts = 500_000;

    /// <summary>Null when the text is not one whole JSON value.</summary>
    public static JToken? TryParse(string text)
    {
        using var reader = new CountingReader(text) { DateParseHandling = DateParseHandling.None };
        try
        {
            var json = reader.Read() ? JToken.ReadFrom(reader) : null;
            return reader.Read() ? null : json;
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private sealed class CountingReader(string text) : JsonTextReader(new StringReader(text))
    {
        private int parts;

        public override bool Read() => ++parts <= MostParts
            ? base.Read()
            : throw new JsonReaderException($"More than {MostParts} parts.");
    }
}
