using System.Net;
using Kappa.Sandbox.Wire;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>Kandji API, "Custom Apps": list, get, create, update.</summary>
internal sealed class CustomAppEndpoints(
    SandboxTenant tenant, StaleReads stale, SandboxOptions options, TimeProvider clock)
{
    public SandboxAnswer List(SandboxRequest request) => Paging.ByPage(
        request,
        stale.Read(tenant.Apps, Paging.PageNumber(request) ?? 1),
        app => Entry(app, request, options.ListsSha256));

    public SandboxAnswer Get(SandboxRequest request, string id) =>
        tenant.State.FindApp(new AppId(id)) is { } app
            ? SandboxAnswer.Json(HttpStatusCode.OK, Entry(app, request, withSha256: true))
            : SandboxAnswer.NotFound;

    public async Task<SandboxAnswer> CreateAsync(SandboxRequest request, CancellationToken cancel)
    {
        var fields = await RequestFields.ReadAsync(request, cancel);
        return fields.Refusal ?? tenant.Change(state =>
        {
            var now = SandboxTime.ToMicroseconds(clock.GetUtcNow());
            var blank = new CustomApp(new AppId(Guid.NewGuid().ToString()), "", "", Enforcement.FromApi(""))
            {
                CreatedAt = now,
            };
            var (app, refusal) = Applied(blank, new FieldReader(fields.Values, partial: false), state);
            return refusal is null
                ? (
                    state with { Apps = state.Apps.Add(app) },
                    Written(HttpStatusCode.Created, app, null, request))
                : (state, refusal);
        });
    }

    public async Task<SandboxAnswer> UpdateAsync(SandboxRequest request, string id, CancellationToken cancel)
    {
        var fields = await RequestFields.ReadAsync(request, cancel);
        return fields.Refusal ?? tenant.Change(state =>
        {
            if (state.FindApp(new AppId(id)) is not { } before)
            {
                return (state, SandboxAnswer.NotFound);
            }

            var (app, refusal) = Applied(before, new FieldReader(fields.Values, partial: true), state);
            return refusal is null
                ? (state.Replacing(app), Written(HttpStatusCode.OK, app, before, request))
                : (state, refusal);
        });
    }

    private (CustomApp App, SandboxAnswer? Refusal) Applied(
        CustomApp before, FieldReader read, SandboxState state)
    {
        var app = AppFields.Apply(before, read, state);
        var upload = app.FileKey is { } key ? state.Uploads.GetValueOrDefault(key) : null;
        if (app.FileKey != before.FileKey && upload is null && !read.Errors.ContainsKey("file_key"))
        {
            read.Fail("file_key", "The file does not exist. Upload it first.", 0);
        }

        if (read.Errors.HasValues)
        {
            return (before, SandboxAnswer.Json(HttpStatusCode.BadRequest, read.Errors));
        }

        var now = SandboxTime.ToMicroseconds(clock.GetUtcNow());
        if (read.Has("file_key") && upload?.StoredAt + options.ProcessingTime > now)
        {
            return (before, SandboxAnswer.Detail(
                HttpStatusCode.ServiceUnavailable, "The upload is still being processed."));
        }

        return (WithFile(app, upload) with { UpdatedAt = now }, null);
    }

    private static CustomApp WithFile(CustomApp app, SandboxUpload? upload) => upload is null
        ? app
        : app with
        {
            Sha256 = upload.Sha256,
            FileSize = upload.Size,
            FileUpdated = SandboxTime.ToSeconds(upload.StoredAt),
        };

    private SandboxAnswer Written(
        HttpStatusCode status, CustomApp app, CustomApp? before, SandboxRequest request)
    {
        stale.Note(app.Id, before);
        return SandboxAnswer.Json(status, Entry(app, request, withSha256: true));
    }

    private static JObject Entry(CustomApp app, SandboxRequest request, bool withSha256)
    {
        var json = SandboxJson.Of(app);
        var file = new Uri(request.FindOrigin()!, $"storage/{app.FileKey}").AbsoluteUri;
        json.Property("postinstall_script")!.AddAfterSelf(new JProperty("file_url", file));
        IEnumerable<string> hidden =
        [
            .. withSha256 ? [] : new[] { "sha256" },
            .. app.ShowInSelfService ? [] : new[] { "self_service_category_id", "self_service_recommended" },
        ];
        foreach (var name in hidden)
        {
            json.Remove(name);
        }

        return json;
    }
}
