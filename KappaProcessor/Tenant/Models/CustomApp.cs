using Newtonsoft.Json.Linq;

namespace Kappa.Tenant.Models;

/// <summary>
/// A Custom App as the tenant tells it (Kandji API, "List Custom Apps" and "Get Custom App").
/// Entries of a list may lack <see cref="Sha256"/>; the single answer has it.
/// </summary>
internal sealed record CustomApp(AppId Id, string Name, string InstallType, Enforcement Enforcement)
{
    public string? FileKey { get; init; }

    /// <summary>Lower-case hex, or null where the answer leaves it out.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long? FileSize { get; init; }

    public DateTimeOffset? FileUpdated { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public string AuditScript { get; init; } = "";

    public string PreinstallScript { get; init; } = "";

    public string PostinstallScript { get; init; } = "";

    public string UnzipLocation { get; init; } = "";

    public bool Active { get; init; } = true;

    public bool Restart { get; init; }

    public bool ShowInSelfService { get; init; }

    public string? SelfServiceCategoryId { get; init; }

    public bool SelfServiceRecommended { get; init; }

    /// <summary>
    /// The installer's name in Kandji's store, <c>Firefox-128.0_0f04055b.pkg</c>; empty without a file.
    /// </summary>
    public string FileName => FileKey is null ? "" : FileKey[(FileKey.LastIndexOf('/') + 1)..];

    public static CustomApp Parse(JObject json) => new(
        new AppId(json.RequiredString("id")),
        json.RequiredString("name"),
        json.OptionalString("install_type") ?? "",
        Enforcement.FromApi(json.OptionalString("install_enforcement") ?? ""))
    {
        FileKey = json.OptionalString("file_key"),
        Sha256 = json.OptionalString("sha256") is { Length: > 0 } hash ? hash.ToLowerInvariant() : null,
        FileSize = json.OptionalLong("file_size"),
        FileUpdated = json.OptionalTime("file_updated"),
        CreatedAt = json.OptionalTime("created_at"),
        UpdatedAt = json.OptionalTime("updated_at"),
        AuditScript = json.OptionalString("audit_script") ?? "",
        PreinstallScript = json.OptionalString("preinstall_script") ?? "",
        PostinstallScript = json.OptionalString("postinstall_script") ?? "",
        UnzipLocation = json.OptionalString("unzip_location") ?? "",
        Active = json.OptionalBool("active", absent: true),
        Restart = json.OptionalBool("restart", absent: false),
        ShowInSelfService = json.OptionalBool("show_in_self_service", absent: false),
        SelfServiceCategoryId = json.OptionalString("self_service_category_id"),
        SelfServiceRecommended = json.OptionalBool("self_service_recommended", absent: false),
    };
}
