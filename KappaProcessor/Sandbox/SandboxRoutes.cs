using System.Net;
using Kappa.Sandbox.Wire;

namespace Kappa.Sandbox;

/// <summary>Which request is for whom, and what those hear who may not ask it.</summary>
internal sealed class SandboxRoutes(SandboxEndpoints to, SandboxAccess access)
{
    public const string WebhookPath = "slack/services/T0SANDBOX/B0SANDBOX/rehearsal";

    private const string ApiRoot = "/api/v1/";
    private const string Apps = ApiRoot + "library/custom-apps";

    private readonly IReadOnlyList<SandboxRoute> routes =
    [
        new("GET", Apps, SandboxStep.List, (request, _, _) => Now(to.Apps.List(request))),
        new("POST", Apps, SandboxStep.Create, (request, _, cancel) => to.Apps.CreateAsync(request, cancel)),
        new("POST", $"{Apps}/upload", SandboxStep.Presign,
            (request, _, cancel) => to.Presign.AnswerAsync(request, cancel)),
        new("GET", $"{Apps}/{{id}}", SandboxStep.Get, (request, id, _) => Now(to.Apps.Get(request, id))),
        new("PATCH", $"{Apps}/{{id}}", SandboxStep.Update, to.Apps.UpdateAsync),
        new("GET", $"{ApiRoot}self-service/categories", SandboxStep.Categories,
            (_, _, _) => Now(to.Categories.List())),
        new("GET", $"{ApiRoot}blueprints", SandboxStep.Blueprints,
            (request, _, _) => Now(to.Blueprints.List(request))),
        new("POST", $"{ApiRoot}blueprints/{{id}}/assign-library-item", SandboxStep.Assign,
            to.Blueprints.AssignAsync),
        new("POST", "/storage/", SandboxStep.Upload,
            (request, _, cancel) => to.Storage.ReceiveAsync(request, cancel)),
        new("POST", "/slack/{rest}", SandboxStep.Slack,
            (request, _, cancel) => to.Slack.ReceiveAsync(request, cancel)),
        new("GET", "/library/custom-apps/{id}", null, (_, id, _) => Now(to.Pages.App(id))),
        new("GET", "/", null, (_, _, _) => Now(to.Pages.Overview())),
    ];

    /// <summary>The route of a request; null when its path or its method leads nowhere.</summary>
    public SandboxRoute? Find(SandboxRequest request) =>
        At(request.Path).Find(one => one.Method == request.Method);

    public async Task<SandboxAnswer> ServeAsync(SandboxRequest request, CancellationToken cancel)
    {
        // Django's answer to a Host that is not in ALLOWED_HOSTS.
        if (request.FindOrigin() is null)
        {
            return SandboxAnswer.Page(HttpStatusCode.BadRequest, "<h1>Bad Request (400)</h1>");
        }

        var here = At(request.Path);
        if (here.Count == 0)
        {
            return SandboxAnswer.NotFound;
        }

        var route = Find(request);
        var isApi = request.Path.StartsWith(ApiRoot, StringComparison.Ordinal);
        var refusal = isApi ? access.Refuse(request, route?.Step) : null;
        return refusal ?? (route is null
            ? NotAllowed(request, here)
            : await route.ServeAsync(request, cancel));
    }

    /// <summary>A path that a route names in full is not an id of another route.</summary>
    private List<SandboxRoute> At(string path)
    {
        var exact = routes.Where(route => route.IsExactly(path)).ToList();
        return exact.Count > 0 ? exact : [.. routes.Where(route => route.Matches(path))];
    }

    private static SandboxAnswer NotAllowed(SandboxRequest request, List<SandboxRoute> here) => SandboxAnswer
        .Detail(HttpStatusCode.MethodNotAllowed, $"Method \"{request.Method}\" not allowed.")
        .WithHeader("Allow", string.Join(", ", here.Select(route => route.Method)));

    private static Task<SandboxAnswer> Now(SandboxAnswer answer) => Task.FromResult(answer);
}
