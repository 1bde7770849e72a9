using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Kappa.Secrets;
using Newtonsoft.Json.Linq;

namespace Kappa.Tenant;

/// <summary>
/// The part of an error's body that helps a person: Kandji's JSON (<c>detail</c>, or field → list of
/// messages), S3's XML (<c>Code</c>, <c>Message</c>), the text of a proxy's HTML page, or plain text. Never
/// more than a few lines.
/// </summary>
internal static partial class AnswerText
{
    private const int LongestText = 300;

    private const RegexOptions Markup = RegexOptions.IgnoreCase | RegexOptions.Singleline;

    private static readonly string[] MessageFields = ["detail", "message", "error_description", "error"];

    /// <summary>No error worth reading is longer, and an answer may be anything.</summary>
    private const int LongestBody = 16 * 1024;

    /// <summary>Empty when the body says nothing.</summary>
    public static string UsefulPart(string body)
    {
        var text = body.Length > LongestBody ? body[..LongestBody] : body;
        var useful = FromJson(text) ?? FromS3(text)?.ToString() ?? FromMarkup(text) ?? text;
        return OneLine(useful);
    }

    /// <summary>
    /// Without line breaks and what a terminal would obey, and cut to a length that can be read.
    /// </summary>
    public static string OneLine(string text) => Cut(Blanks().Replace(text, " ").Trim());

    /// <summary>
    /// The useful part in quotation marks, to end a sentence with; empty when there is none.
    /// </summary>
    public static string Quoted(string body, SecretScrubber scrubber) =>
        UsefulPart(body) is { Length: > 0 } text ? $" (\"{scrubber.Scrub(text).TrimEnd('.')}\")" : "";

    /// <summary>
    /// S3's <c>Error</c> document (Amazon S3 API, "Error responses"), or null when the body is none.
    /// </summary>
    public static S3Error? FromS3(string body)
    {
        try
        {
            // Documents of strangers get no entities; XmlReader refuses a DTD unless told otherwise.
            var settings = new XmlReaderSettings { XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(body), settings);
            return XDocument.Load(reader).Root is { Name.LocalName: "Error" } error
                ? new S3Error(Child(error, "Code"), Child(error, "Message"))
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Child(XElement error, string name) =>
        error.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value ?? "";

    private static string? FromJson(string text) => AnswerJson.TryParse(text) switch
    {
        null => null,
        JObject json when Message(json) is { } message => message,
        var json => Flattened(json),
    };

    private static string? Message(JObject json) => MessageFields
        .Select(name => json[name] is JValue { Type: JTokenType.String } text ? (string?)text : null)
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary><c>{"name": ["Too long.", "Taken."]}</c> → <c>name: Too long. Taken.</c></summary>
    private static string Flattened(JToken json) => json switch
    {
        JObject fields => string.Join("; ", fields.Properties().Select(Flattened)),
        JArray messages => string.Join(" ", messages.Select(Flattened)),
        JValue { Value: { } value } => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    private static string Flattened(JProperty field) => field.Name == "non_field_errors"
        ? Flattened(field.Value)
        : $"{field.Name}: {Flattened(field.Value)}";

    private static string? FromMarkup(string text)
    {
        if (!text.TrimStart().StartsWith('<'))
        {
            return null;
        }

        var visible = WebUtility.HtmlDecode(Tags().Replace(Unseen().Replace(text, " "), " "));
        return string.IsNullOrWhiteSpace(visible)
            ? WebUtility.HtmlDecode(Title().Match(text).Groups[1].Value)
            : visible;
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return new StringBuilder(text, 0, end, LongestText + 1).Append('…').ToString();
    }

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+")]
    private static partial Regex Blanks();

    // What is opened and never closed reaches to the end; to look for its end from every opening would take
    // for ever.
    [GeneratedRegex(@"<!--.*?(?:-->|\z)|<(script|style|title|head)\b.*?(?:</\1\s*>|\z)", Markup)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"<title\b[^>]*>(.*?)(?:</title|\z)", Markup)]
    private static partial Regex Title();
}
