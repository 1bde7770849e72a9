using Kappa.Sandbox.Api;
using Kappa.Sandbox.Storage;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>
/// A simulated Kandji tenant, its storage host and a Slack webhook, over real HTTP on 127.0.0.1.
/// </summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly SandboxFolder? folder;
    private readonly SandboxEndpoints endpoints;
    private readonly SandboxRoutes routes;
    private readonly RequestLog log;
    private readonly LoopbackListener listener;

    private SandboxServer(SandboxOptions options, SandboxFolder? folder, TimeProvider clock)
    {
        (this.folder, this.clock) = (folder, clock);
        Tenant = new SandboxTenant(folder);
        Faults = new SandboxFaults(options.Faults);
        log = new RequestLog(folder, options.Watch);
        endpoints = Endpoints(options);
        routes = new SandboxRoutes(endpoints, new SandboxAccess(options));
        listener = new LoopbackListener(options.Port, AnswerAsync, clock);
        Origin = new Uri($"http://127.0.0.1:{listener.Port}/");
    }

    /// <summary>What KANDJI_API_URL has to be: scheme, host and port, with a slash at the end.</summary>
    public Uri Origin { get; }

    public Uri WebhookUrl => new(Origin, SandboxRoutes.WebhookPath);

    public SandboxTenant Tenant { get; }

    public SandboxFaults Faults { get; }

    /// <summary>What was asked so far; a request is here before its answer is sent.</summary>
    public IReadOnlyList<LoggedRequest> Requests => log.Entries;

    /// <summary>What was posted to the webhook.</summary>
    public IReadOnlyList<JObject> SlackMessages => endpoints.Slack.Messages;

    /// <summary>Ends, in failure, when the sandbox itself broke: its folder is full, say.</summary>
    public Task Failure => listener.Failure;

    /// <summary>Listens again after <see cref="SandboxTrouble.Gone"/>.</summary>
    public void Reopen() => listener.Reopen();

    /// <summary>Listens when it returns.</summary>
    /// <exception cref="KappaException">The port or the state folder cannot be used.</exception>
    public static Task<SandboxServer> StartAsync(
        SandboxOptions options, TimeProvider clock, CancellationToken cancel) => Task.Run(
        () =>
        {
            var folder = options.StateFolder is { } path ? SandboxFolder.Open(path) : null;
            try
            {
                return new SandboxServer(options, folder, clock);
            }
            catch (KappaException)
            {
                folder?.Dispose();
                throw;
            }
        },
        cancel);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await listener.DisposeAsync();
        }
        finally
        {
            folder?.Dispose();
        }
    }

    private SandboxEndpoints Endpoints(SandboxOptions options) => new()
    {
        Apps = new CustomAppEndpoints(Tenant, new StaleReads(Faults), options, clock),
        Presign = new PresignEndpoint(Tenant, options, clock),
        Storage = new SandboxStorage(Tenant, folder, options.LargestUpload, clock),
        Categories = new SelfServiceEndpoint(Tenant),
        Blueprints = new BlueprintEndpoints(Tenant),
        Slack = new SlackWebhook(),
        Pages = new ConsolePages(Tenant),
    };

    private async Task<SandboxAnswer> AnswerAsync(SandboxRequest request, CancellationToken cancel)
    {
        var step = routes.Find(request)?.Step;
        try
        {
            var answer = step is { } asked && Faults.Take(asked) is { } trouble
                ? await trouble.PlayAsync(new TroubledCall(asked, request, Serve, clock) { Cancel = cancel })
                : await Serve();
            Log(request, step, answer);
            return answer;
        }
        catch (IOException)
        {
            Log(request, step, SandboxAnswer.Lost);
            throw;
        }

        Task<SandboxAnswer> Serve() => routes.ServeAsync(request, cancel);
    }

    private void Log(SandboxRequest request, SandboxStep? step, SandboxAnswer answer) => log.Add(
        new LoggedRequest(clock.GetUtcNow(), request.Method, request.Path, request.QueryText)
        {
            Step = step,
            Status = answer.Status,
            ContentType = request.ContentType,
            BodySize = request.Body.Count,
            HadAuthorization = request.HasAuthorization,
            Headers = request.Headers
                .Where(header => !header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(StringComparer.OrdinalIgnoreCase),
        });
}
