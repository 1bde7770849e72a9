using Newtonsoft.Json.Linq;

namespace Kappa.Tenant.Models;

/// <summary>A Self Service category (Kandji API, "List Self Service Categories").</summary>
internal sealed record SelfServiceCategory(string Id, string Name)
{
    public static SelfServiceCategory Parse(JObject json) =>
        new(json.RequiredString("id"), json.RequiredString("name"));
}
