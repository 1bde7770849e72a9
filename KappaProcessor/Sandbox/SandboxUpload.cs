using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>A file that has arrived in the store; <paramref name="Sha256"/> is lower-case hex.</summary>
internal sealed record SandboxUpload(string FileKey, long Size, string Sha256, DateTimeOffset StoredAt)
{
    public static SandboxUpload Parse(JObject json) => new(
        json.RequiredString("file_key"),
        json.OptionalLong("size") ?? 0,
        json.RequiredString("sha256"),
        json.OptionalTime("stored_at") ?? DateTimeOffset.UnixEpoch);

    public JObject ToJson() => new()
    {
        ["file_key"] = FileKey,
        ["size"] = Size,
        ["sha256"] = Sha256,
        ["stored_at"] = SandboxTime.Text(StoredAt),
    };
}
