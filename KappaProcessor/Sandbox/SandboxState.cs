using System.Collections.Immutable;
using System.Security.Cryptography;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>Everything a sandbox tenant knows at one moment.</summary>
internal sealed record SandboxState
{
    public ImmutableList<CustomApp> Apps { get; init; } = [];

    public ImmutableList<SelfServiceCategory> Categories { get; init; } = [];

    public ImmutableList<SandboxBlueprint> Blueprints { get; init; } = [];

    public ImmutableList<SandboxAssignment> Assignments { get; init; } = [];

    /// <summary>By file key.</summary>
    public ImmutableDictionary<string, SandboxUpload> Uploads { get; init; } = [];

    /// <summary>Signs the fields for uploads; kept, so that they stay good over a restart.</summary>
    public required string SigningKey { get; init; }

    /// <summary>
    /// No apps, the categories of Kandji's documentation, a classic Blueprint and an assignment map.
    /// </summary>
    public static SandboxState NewTenant() => new()
    {
        SigningKey = RandomNumberGenerator.GetHexString(64, lowercase: true),
        Categories =
        [
            new("e9010a08-a546-470b-a633-04ee27dadfb3", "Apps"),
            new("1087f69d-37a3-44f6-a0d8-2b33f5a336bb", "Productivity"),
            new("26a01803-f871-40b7-8c1a-6cae9983c22e", "Utilities"),
            new("2f9912d1-d784-4248-905c-3834812c5537", "Security"),
        ],
        Blueprints =
        [
            new("b38787e4-401c-4c4b-86dc-f1cca2072531", "Standard", []),
            new("cbe7daa9-2bcb-4cb1-aff9-024cd3a0330c", "Departments", ["engineering", "everyone-else"]),
        ],
    };

    public CustomApp? FindApp(AppId id) => Apps.Find(app => app.Id == id);

    public SandboxState Replacing(CustomApp changed) =>
        this with { Apps = Apps.SetItem(Apps.FindIndex(app => app.Id == changed.Id), changed) };

    /// <summary>The text form, as it lies in the state folder.</summary>
    public JObject ToJson() => new()
    {
        ["signing_key"] = SigningKey,
        ["apps"] = new JArray(Apps.Select(SandboxJson.Of)),
        ["categories"] = new JArray(Categories.Select(SandboxJson.Of)),
        ["blueprints"] = new JArray(Blueprints.Select(blueprint => blueprint.ToJson())),
        ["assignments"] = new JArray(Assignments.Select(assignment => assignment.ToJson())),
        ["uploads"] = new JArray(Uploads.Values.Select(upload => upload.ToJson())),
    };

    public static SandboxState Parse(JObject json) => new()
    {
        SigningKey = json.RequiredString("signing_key"),
        Apps = [.. Objects(json, "apps").Select(CustomApp.Parse)],
        Categories = [.. Objects(json, "categories").Select(SelfServiceCategory.Parse)],
        Blueprints = [.. Objects(json, "blueprints").Select(SandboxBlueprint.Parse)],
        Assignments = [.. Objects(json, "assignments").Select(SandboxAssignment.Parse)],
        Uploads = Objects(json, "uploads").Select(SandboxUpload.Parse)
            .ToImmutableDictionary(upload => upload.FileKey),
    };

    private static IEnumerable<JObject> Objects(JObject json, string name) =>
        json[name] is JArray array ? array.OfType<JObject>() : [];
}
