using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>An app in a Blueprint; <paramref name="NodeId"/> is null in a classic one.</summary>
internal sealed record SandboxAssignment(string BlueprintId, string? NodeId, AppId App)
{
    public static SandboxAssignment Parse(JObject json) => new(
        json.RequiredString("blueprint"), json.OptionalString("node"), new AppId(json.RequiredString("app")));

    public JObject ToJson() => new() { ["blueprint"] = BlueprintId, ["node"] = NodeId, ["app"] = App.Value };
}
