using Kappa.Tenant.Models;

namespace Kappa.Sandbox.Api;

/// <summary>
/// What a create or an update makes of an app (Kandji API, "Create Custom App", "Update Custom App").
/// </summary>
internal static class AppFields
{
    private const int LongestName = 255;

    private static readonly IReadOnlyList<string> InstallTypes = ["package", "zip", "image"];

    private static readonly IReadOnlyList<string> Enforcements =
        [.. Enforcement.All.Select(enforcement => enforcement.ApiWord)];

    /// <summary>The app as it would be; it counts only if the reader found no errors.</summary>
    public static CustomApp Apply(CustomApp app, FieldReader read, SandboxState state)
    {
        var changed = app with
        {
            Name = read.RequiredText("name", app.Name, LongestName),
            FileKey = read.RequiredText("file_key", app.FileKey ?? "") is { Length: > 0 } key ? key : null,
            InstallType = read.Choice("install_type", app.InstallType, InstallTypes),
            Enforcement = Enforcement.FromApi(
                read.Choice("install_enforcement", app.Enforcement.ApiWord, Enforcements)),
            UnzipLocation = read.Text("unzip_location", app.UnzipLocation),
            AuditScript = read.Text("audit_script", app.AuditScript),
            PreinstallScript = read.Text("preinstall_script", app.PreinstallScript),
            PostinstallScript = read.Text("postinstall_script", app.PostinstallScript),
            ShowInSelfService = read.Flag("show_in_self_service", app.ShowInSelfService),
            SelfServiceCategoryId = read.Reference(
                "self_service_category_id",
                app.SelfServiceCategoryId,
                id => state.Categories.Exists(category => category.Id == id)),
            SelfServiceRecommended = read.Flag("self_service_recommended", app.SelfServiceRecommended),
            Active = read.Flag("active", app.Active),
            Restart = read.Flag("restart", app.Restart),
        };
        CheckTogether(changed, read);
        return changed;
    }

    private static void CheckTogether(CustomApp app, FieldReader read)
    {
        read.Require("unzip_location", app.InstallType != "zip" || app.UnzipLocation.Length > 0);
        read.Require(
            "audit_script", app.Enforcement != Enforcement.AuditEnforce || app.AuditScript.Length > 0);
        read.Require(
            "self_service_category_id", !app.ShowInSelfService || app.SelfServiceCategoryId is not null);
    }
}
