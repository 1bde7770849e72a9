using System.Net;
using System.Text;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>
/// The fields of a request's body, whichever of the forms that Django REST framework reads it has.
/// </summary>
internal sealed record RequestFields(IReadOnlyDictionary<string, JToken> Values)
{
    private const int LargestBody = 16 * 1024 * 1024;

    /// <summary>
    /// The answer, when the body has none of those forms; <see cref="Values"/> is empty then.
    /// </summary>
    public SandboxAnswer? Refusal { get; private init; }

    public static Task<RequestFields> ReadAsync(SandboxRequest request, CancellationToken cancel) =>
        Media(request) switch
        {
            "application/json" => ReadJsonAsync(request, cancel),
            "application/x-www-form-urlencoded" => ReadFormAsync(request, cancel),
            "multipart/form-data" => ReadMultipartAsync(request, cancel),
            "" when request.ContentLength is null or 0 => Task.FromResult(Of([])),
            _ => Task.FromResult(UnsupportedMedia(request)),
        };

    /// <summary>For those endpoints that are documented with a JSON body alone.</summary>
    public static Task<RequestFields> ReadJsonOnlyAsync(SandboxRequest request, CancellationToken cancel) =>
        Media(request) == "application/json"
            ? ReadJsonAsync(request, cancel)
            : Task.FromResult(UnsupportedMedia(request));

    private static string Media(SandboxRequest request) =>
        request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";

    private static async Task<RequestFields> ReadJsonAsync(SandboxRequest request, CancellationToken cancel)
    {
        if (await request.Body.ReadAllAsync(LargestBody, cancel) is not { } body)
        {
            return TooLarge();
        }

        return SandboxJson.TryParse(body) switch
        {
            JObject json => Of(json.Properties().Select(one => KeyValuePair.Create(one.Name, one.Value))),
            null => Refused(SandboxAnswer.Detail(
                HttpStatusCode.BadRequest, "JSON parse error - Expecting value: line 1 column 1 (char 0)")),
            var other => Refused(SandboxAnswer.Json(HttpStatusCode.BadRequest, new JObject
            {
                ["non_field_errors"] =
                    new JArray($"Invalid data. Expected a dictionary, but got {PythonType(other)}."),
            })),
        };
    }

    private static async Task<RequestFields> ReadFormAsync(
        SandboxRequest request, CancellationToken cancel) =>
        await request.Body.ReadAllAsync(LargestBody, cancel) is { } body
            ? Of(FormText.Parse(Encoding.UTF8.GetString(body)).Select(Text))
            : TooLarge();

    private static async Task<RequestFields> ReadMultipartAsync(
        SandboxRequest request, CancellationToken cancel)
    {
        if (MultipartReader.FindBoundary(request.ContentType) is not { } boundary)
        {
            return Malformed("Invalid boundary in multipart: None");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var form = new MultipartReader(request.Body, boundary);
        try
        {
            while (await form.ReadPartAsync(cancel) is { } part)
            {
                if (await form.ReadTextAsync(LargestBody, cancel) is not { } text)
                {
                    return TooLarge();
                }

                values[part.Name] = text;
            }
        }
        catch (InvalidDataException fault)
        {
            return Malformed(fault.Message);
        }

        return Of(values.Select(Text));
    }

    private static RequestFields UnsupportedMedia(SandboxRequest request) => Refused(SandboxAnswer.Detail(
        HttpStatusCode.UnsupportedMediaType,
        $"Unsupported media type \"{request.ContentType}\" in request."));

    private static RequestFields Malformed(string why) => Refused(
        SandboxAnswer.Detail(HttpStatusCode.BadRequest, $"Multipart form parse error - {why}"));

    private static RequestFields TooLarge() => Refused(
        SandboxAnswer.Page(HttpStatusCode.RequestEntityTooLarge, "<h1>Request Entity Too Large</h1>"));

    private static RequestFields Refused(SandboxAnswer answer) => Of([]) with { Refusal = answer };

    private static RequestFields Of(IEnumerable<KeyValuePair<string, JToken>> values) =>
        new(new Dictionary<string, JToken>(values));

    private static KeyValuePair<string, JToken> Text(KeyValuePair<string, string> field) =>
        KeyValuePair.Create(field.Key, (JToken)field.Value);

    private static string PythonType(JToken json) => json.Type switch
    {
        JTokenType.Array => "list",
        JTokenType.String => "str",
        JTokenType.Integer => "int",
        JTokenType.Float => "float",
        JTokenType.Boolean => "bool",
        _ => "NoneType",
    };
}
