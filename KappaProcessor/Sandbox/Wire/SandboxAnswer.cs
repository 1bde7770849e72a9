using System.Net;
using System.Text;
using System.Xml.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Wire;

/// <summary>What the sandbox says to one request.</summary>
internal sealed record SandboxAnswer(HttpStatusCode Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>None.</summary>
    public static SandboxAnswer Lost { get; } =
        new(0, null, default) { Delivery = new AnswerDelivery.Lost() };

    /// <summary>The page Kandji answers with for a path or an item that does not exist.</summary>
    public static SandboxAnswer NotFound { get; } = Page(
        HttpStatusCode.NotFound,
        "\n<!doctype html><html lang=\"en\"><head><title>Not Found</title></head><body><h1>Not Found</h1>"
            + "<p>The requested resource was not found on this server.</p></body></html>\n");

    public AnswerDelivery Delivery { get; init; } = AnswerDelivery.Whole;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static SandboxAnswer Empty(HttpStatusCode status) => new(status, null, default);

    public static SandboxAnswer Json(HttpStatusCode status, JToken json) =>
        Of(status, "application/json", json.ToString(Formatting.None));

    /// <summary>An error as Django REST framework words it.</summary>
    public static SandboxAnswer Detail(HttpStatusCode status, string detail) =>
        Json(status, new JObject { ["detail"] = detail });

    public static SandboxAnswer Page(HttpStatusCode status, string html) =>
        Of(status, "text/html; charset=utf-8", html);

    public static SandboxAnswer Xml(HttpStatusCode status, XElement root) => Of(
        status,
        "application/xml",
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root.ToString(SaveOptions.DisableFormatting)}");

    public static SandboxAnswer Text(HttpStatusCode status, string text) =>
        Of(status, "text/plain; charset=utf-8", text);

    public SandboxAnswer WithHeader(string name, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };

    private static SandboxAnswer Of(HttpStatusCode status, string contentType, string text) =>
        new(status, contentType, Encoding.UTF8.GetBytes(text));
}
