using Newtonsoft.Json.Linq;

namespace Kappa.Tenant.Models;

/// <summary>A Blueprint (Kandji API, "List Blueprints"): classic, or an assignment map of nodes.</summary>
internal sealed record Blueprint(string Id, string Name, string Kind)
{
    public bool IsMap => Kind == "map";

    public static Blueprint Parse(JObject json) =>
        new(json.RequiredString("id"), json.RequiredString("name"), json.OptionalString("type") ?? "classic");
}

/// <summary>
/// Where a new app goes: a Blueprint, and the node of an assignment map (null for a classic one).
/// </summary>
internal sealed record BlueprintAssignment(Blueprint Blueprint, string? NodeId)
{
    public override string ToString() => NodeId is null ? Blueprint.Name : $"{Blueprint.Name}#{NodeId}";
}
