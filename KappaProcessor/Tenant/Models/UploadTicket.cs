using Newtonsoft.Json.Linq;

namespace Kappa.Tenant.Models;

/// <summary>
/// Leave to upload one file to the storage host (Kandji API, "Upload Custom App").
/// The fields are a signature: whoever has them may write, so they are never shown.
/// </summary>
internal sealed class UploadTicket(Uri postUrl, IReadOnlyList<KeyValuePair<string, string>> fields, string fileKey)
{
    public Uri PostUrl { get; } = postUrl;

    /// <summary>Sent before the file, in this order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; } = fields;

    public string FileKey { get; } = fileKey;

    /// <summary>
    /// After this moment the storage host refuses the fields; null when the tenant does not say.
    /// </summary>
    public DateTimeOffset? Expires { get; init; }

    public static UploadTicket Parse(JObject json)
    {
        if (json["post_data"] is not JObject data || data.Properties().Any(field => field.Value is not JValue))
        {
            throw new KappaException(
                "The tenant's answer to an upload request has no usable \"post_data\".",
                "Run again; if it stays, ask Kandji support.");
        }

        if (!Uri.TryCreate(json.RequiredString("post_url"), UriKind.Absolute, out var url))
        {
            throw new KappaException(
                "The tenant's answer to an upload request has no usable \"post_url\".",
                "Run again; if it stays, ask Kandji support.");
        }

        return new UploadTicket(
            url,
            [.. data.Properties().Select(field => KeyValuePair.Create(field.Name, (string?)field.Value ?? ""))],
            json.RequiredString("file_key"))
        {
            Expires = json.OptionalTime("expires"),
        };
    }

    public override string ToString() => $"upload ticket for {FileKey}";
}
