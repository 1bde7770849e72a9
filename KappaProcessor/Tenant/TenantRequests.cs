using Kappa.Tenant.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using RestSharp;

namespace Kappa.Tenant;

/// <summary>The requests of the Kandji API that Kappa makes, bodies included.</summary>
internal static class TenantRequests
{
    private const string Apps = "library/custom-apps";

    public static TenantRequest ListApps() => new(Method.Get, Apps, "List Custom Apps") { Entries = "apps" };

    public static TenantRequest ReadApp(AppId id) => new(Method.Get, PathOf(id), "Get Custom App");

    public static TenantRequest ListCategories() =>
        new(Method.Get, "self-service/categories", "List Self Service Categories") { Entries = "categories" };

    public static TenantRequest ListBlueprints() =>
        new(Method.Get, "blueprints", "List Blueprints") { Entries = "Blueprints" };

    public static TenantRequest RequestUpload(string fileName) =>
        WithJson(
            new(Method.Post, $"{Apps}/upload", "Upload Custom App"), new JObject { ["name"] = fileName });

    /// <summary>An upload without a name, which the tenant can only refuse.</summary>
    public static TenantRequest RequestNothing() =>
        WithJson(new(Method.Post, $"{Apps}/upload", "Upload Custom App"), []);

    public static TenantRequest Create(CustomAppFields fields) =>
        WithForm(new(Method.Post, Apps, "Create Custom App"), fields) with { IsRepeatable = false };

    public static TenantRequest Update(AppId id, CustomAppFields fields) =>
        WithForm(new(Method.Patch, PathOf(id), "Update Custom App"), fields);

    public static TenantRequest Assign(BlueprintAssignment assignment, AppId app)
    {
        var json = new JObject { ["library_item_id"] = app.Value };
        if (assignment.NodeId is { } node)
        {
            json["assignment_node_id"] = node;
        }

        return Assign(assignment.Blueprint.Id, json);
    }

    /// <summary>No library item, which the tenant can only refuse.</summary>
    public static TenantRequest AssignNothing(string blueprint) => Assign(blueprint, []);

    private static TenantRequest Assign(string blueprint, JObject json)
    {
        var path = $"blueprints/{Uri.EscapeDataString(blueprint)}/assign-library-item";
        return WithJson(new(Method.Post, path, "Update Blueprint"), json) with { WantsJson = false };
    }

    private static string PathOf(AppId id) => $"{Apps}/{Uri.EscapeDataString(id.Value)}";

    private static TenantRequest WithJson(TenantRequest request, JObject json) =>
        request with { Body = json.ToString(Formatting.None), ContentType = "application/json" };

    private static TenantRequest WithForm(TenantRequest request, CustomAppFields fields) => request with
    {
        // Uri.EscapeDataString writes a space as %20, which every form reader takes; "+" some take for a
        // plus.
        Body = string.Join('&', Form(fields)
            .Where(field => field.Value is not null)
            .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}")),
        ContentType = "application/x-www-form-urlencoded",
        FollowsUpload = true,
    };

    private static IEnumerable<(string Name, string? Value)> Form(CustomAppFields fields) =>
    [
        ("name", fields.Name),
        ("file_key", fields.FileKey),
        ("install_type", fields.InstallType),
        ("install_enforcement", fields.Enforcement?.ApiWord),
        ("unzip_location", fields.UnzipLocation),
        ("audit_script", fields.AuditScript),
        ("preinstall_script", fields.PreinstallScript),
        ("postinstall_script", fields.PostinstallScript),
        ("show_in_self_service", Word(fields.ShowInSelfService)),
        ("self_service_category_id", fields.SelfServiceCategoryId),
        ("self_service_recommended", Word(fields.SelfServiceRecommended)),
        ("active", Word(fields.Active)),
        ("restart", Word(fields.Restart)),
    ];

    private static string? Word(bool? flag) => flag switch
    {
        true => "true",
        false => "false",
        null => null,
    };
}
