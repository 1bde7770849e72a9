using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>
/// A Blueprint; one with nodes is an assignment map, and has conditional logic if there are several.
/// </summary>
internal sealed record SandboxBlueprint(string Id, string Name, IReadOnlyList<string> Nodes)
{
    public bool IsMap => Nodes.Count > 0;

    public static SandboxBlueprint Parse(JObject json) => new(
        json.RequiredString("id"),
        json.RequiredString("name"),
        [.. json["nodes"]?.Values<string>().OfType<string>() ?? []]);

    public JObject ToJson() => new() { ["id"] = Id, ["name"] = Name, ["nodes"] = new JArray(Nodes) };
}
