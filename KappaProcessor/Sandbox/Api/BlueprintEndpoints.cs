using System.Net;
using Kappa.Sandbox.Wire;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>Kandji API, "Blueprints": list, assign a library item.</summary>
internal sealed class BlueprintEndpoints(SandboxTenant tenant)
{
    public SandboxAnswer List(SandboxRequest request) => Paging.ByOffset(
        request, [.. tenant.State.Blueprints.Where(blueprint => Matches(blueprint, request.Query))], Entry);

    public async Task<SandboxAnswer> AssignAsync(SandboxRequest request, string id, CancellationToken cancel)
    {
        var fields = await RequestFields.ReadAsync(request, cancel);
        var read = new FieldReader(fields.Values, partial: false);
        var item = read.RequiredText("library_item_id", "");
        var node = read.Text("assignment_node_id", "");
        return fields.Refusal ?? (read.Errors.HasValues
            ? SandboxAnswer.Json(HttpStatusCode.BadRequest, read.Errors)
            : tenant.Change(state => Assign(state, id, new AppId(item), node)));
    }

    private static (SandboxState State, SandboxAnswer Answer) Assign(
        SandboxState state, string blueprintId, AppId app, string node)
    {
        if (state.Blueprints.Find(blueprint => blueprint.Id == blueprintId) is not { } blueprint)
        {
            return (state, SandboxAnswer.NotFound);
        }

        if (Fault(state, blueprint, app, node) is { } fault)
        {
            return (state, SandboxAnswer.Json(HttpStatusCode.BadRequest, fault));
        }

        var next = state with { Assignments = state.Assignments.Add(Assignment(blueprint, app, node)) };
        var items = next.Assignments.FindAll(one => one.BlueprintId == blueprint.Id);
        var ids = new JArray(items.Select(item => item.App.Value).Distinct());
        return (next, SandboxAnswer.Json(HttpStatusCode.OK, ids));
    }

    /// <summary>In the words of "Assign Library Item", error responses.</summary>
    private static string? Fault(SandboxState state, SandboxBlueprint blueprint, AppId app, string node)
    {
        var isThere = state.Assignments.Contains(Assignment(blueprint, app, node));
        return true switch
        {
            _ when state.FindApp(app) is null => "Bad Request",
            _ when !blueprint.IsMap && node.Length > 0 =>
                "assignment_node_id cannot be provided for Classic Blueprint",
            _ when blueprint.Nodes.Count > 1 && node.Length == 0 =>
                "Must provide assignment_node_id for Assignment Map Blueprint",
            _ when node.Length > 0 && !blueprint.Nodes.Contains(node) => "Bad Request",
            _ when !isThere => null,
            _ when blueprint.IsMap => "Library Item already exists in Assignment Node",
            _ => "Library Item already exists on Blueprint",
        };
    }

    /// <summary>A map without conditional logic has one node, which need not be named.</summary>
    private static SandboxAssignment Assignment(SandboxBlueprint blueprint, AppId app, string node) =>
        new(blueprint.Id, node.Length > 0 ? node : blueprint.Nodes is [var only] ? only : null, app);

    private static bool Matches(SandboxBlueprint blueprint, IReadOnlyDictionary<string, string> query) =>
        query.GetValueOrDefault("id", blueprint.Id) == blueprint.Id
        && query.GetValueOrDefault("id__in", blueprint.Id).Split(',').Contains(blueprint.Id)
        && blueprint.Name.Contains(query.GetValueOrDefault("name", ""), StringComparison.OrdinalIgnoreCase);

    private static JObject Entry(SandboxBlueprint blueprint) => new()
    {
        ["id"] = blueprint.Id,
        ["name"] = blueprint.Name,
        ["icon"] = "ss-files",
        ["color"] = "aqua-800",
        ["description"] = "",
        ["params"] = new JObject(),
        ["computers_count"] = 0,
        ["enrollment_code"] = new JObject { ["code"] = "012345", ["is_active"] = true },
        ["type"] = blueprint.IsMap ? "map" : "classic",
    };
}
