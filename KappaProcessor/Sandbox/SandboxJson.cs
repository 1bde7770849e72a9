using System.Text;
using Kappa.Tenant.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>JSON in and out; time stamps stay the text they are.</summary>
internal static class SandboxJson
{
    /// <summary>Null when the text is not JSON.</summary>
    public static JToken? TryParse(ReadOnlyMemory<byte> utf8)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(utf8.Span)))
        {
            DateParseHandling = DateParseHandling.None,
        };
        try
        {
            var json = JToken.ReadFrom(reader);
            return reader.Read() ? null : json;
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    /// <summary>Every field of an app that Kandji documents, but for <c>file_url</c>.</summary>
    public static JObject Of(CustomApp app) => new()
    {
        ["id"] = app.Id.Value,
        ["name"] = app.Name,
        ["file_key"] = app.FileKey,
        ["install_type"] = app.InstallType,
        ["install_enforcement"] = app.Enforcement.ApiWord,
        ["audit_script"] = app.AuditScript,
        ["unzip_location"] = app.UnzipLocation,
        ["active"] = app.Active,
        ["restart"] = app.Restart,
        ["preinstall_script"] = app.PreinstallScript,
        ["postinstall_script"] = app.PostinstallScript,
        ["sha256"] = app.Sha256,
        ["file_size"] = app.FileSize,
        ["file_updated"] = Text(app.FileUpdated),
        ["created_at"] = Text(app.CreatedAt),
        ["updated_at"] = Text(app.UpdatedAt),
        ["show_in_self_service"] = app.ShowInSelfService,
        ["self_service_category_id"] = app.SelfServiceCategoryId,
        ["self_service_recommended"] = app.SelfServiceRecommended,
    };

    public static JObject Of(SelfServiceCategory category) =>
        new() { ["id"] = category.Id, ["name"] = category.Name };

    private static string? Text(DateTimeOffset? time) => time is { } known ? SandboxTime.Text(known) : null;
}
