using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>A run with trouble, and the tenant before and after it.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private static readonly string[] Names = ["Teapot", "Teapot (Testing)"];

    private readonly FaultClock clock;
    private readonly RecipeRun run;
    private readonly CancellationTokenSource stop = new();
    private bool isClosed;

    private FaultRun(RecipeRun run, FaultClock clock) => (this.run, this.clock) = (run, clock);

    public IReadOnlyList<CustomApp> Before { get; private set; } = [];

    public IReadOnlyList<CustomApp> Apps => run.Sandbox.Tenant.Apps;

    public IReadOnlyList<CustomApp> Wanted => [.. Apps.Where(app => Names.Contains(app.Name))];

    public string NewSha256 { get; private set; } = "";

    public bool IsAssigned => run.Sandbox.Tenant.State.Assignments.Count == 1;

    public static async Task<FaultRun> StartAsync(FaultJob job)
    {
        var clock = new FaultClock();
        var run = await RecipeRun.StartAsync(new SandboxOptions { ListsSha256 = false }, clock);
        run.WithConfig("""{ "slack": { "enabled": true }, "token_keystore": { "environment": true } }""")
            .WithVariable("SLACK_TOKEN", run.Sandbox.WebhookUrl.AbsoluteUri)
            .With("prod_name", Names[0]).With("test_name", Names[1])
            .With("ss_category", "Productivity").With("blueprints", "Standard");
        run.Sandbox.Tenant.Add(Some.CustomApp("Bystander"));
        var fault = new FaultRun(run, clock);
        if (job == FaultJob.Update)
        {
            await fault.PrepareUpdateAsync();
        }

        fault.NewSha256 = run.InstallerSha256;
        fault.Before = run.Sandbox.Tenant.Apps;
        return fault;
    }

    public async Task<RecipeResult> SufferAsync(FaultCell cell)
    {
        switch (cell.Trouble)
        {
            case "refused" or "refused-once":
                await CloseBeforeAsync(cell);
                break;
            case "grows" or "vanishes" or "cancelled":
                run.Watching = request => Happen(cell, request);
                run.Cancel = stop.Token;
                break;
            default:
                run.Sandbox.Faults.Add(SandboxFaults.Parse($"{cell.Step.ToString().ToLowerInvariant()}:{cell.Trouble}"));
                break;
        }

        return await run.GoAsync();
    }

    /// <summary>The next night: nothing is wrong any more.</summary>
    public async Task<RecipeResult> RecoverAsync()
    {
        run.Sandbox.Faults.Clear();
        Reopen();
        (run.Watching, run.Cancel) = (null, CancellationToken.None);
        run.Build(Before.Count > 1 ? "1.1" : "1.0");
        return await run.GoAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await run.DisposeAsync();
        stop.Dispose();
    }

    /// <summary>Both apps serve 1.0, and nothing but the hash, which the list lacks, tells that 1.1 is another file.</summary>
    private async Task PrepareUpdateAsync()
    {
        await run.GoAsync();
        run.Build("1.1");
        var size = new FileInfo((string)run.Environment["pkg_path"]).Length;
        run.Sandbox.Tenant.Change(state => state with
        {
            Apps = [.. state.Apps.Select(app => Names.Contains(app.Name) ? app with { FileSize = size } : app)],
        });
    }

    private async Task CloseBeforeAsync(FaultCell cell)
    {
        isClosed = true;
        if (cell.StepBefore.Length > 0)
        {
            run.Sandbox.Faults.Add(SandboxFaults.Parse(cell.StepBefore));
        }
        else
        {
            run.Sandbox.Faults.Add(SandboxFaults.Parse("list:gone"));
            using var client = new Sandbox.PlainClient(run.Sandbox);
            (await client.GetAsync("library/custom-apps")).Dispose();
        }

        if (cell.Trouble == "refused-once")
        {
            clock.Waiting += Reopen;
        }
    }

    private void Reopen()
    {
        lock (stop)
        {
            if (isClosed)
            {
                isClosed = false;
                run.Sandbox.Reopen();
            }
        }
    }

    private void Happen(FaultCell cell, LoggedRequest request)
    {
        if (request.Step != cell.Step)
        {
            return;
        }

        var installer = (string)run.Environment["pkg_path"];
        switch (cell.Trouble)
        {
            case "grows":
                File.AppendAllText(installer, "more");
                break;
            case "vanishes":
                File.Delete(installer);
                break;
            default:
                stop.Cancel();
                break;
        }
    }
}
