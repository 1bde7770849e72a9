using CliWrap;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary>
/// Lost connections against a tenant that was written without a look at the sandbox: one that made the same mistake
/// as the client would hide it.
/// </summary>
internal sealed class OtherTenantTests
{
    [Test]
    public async Task A_lost_connection_makes_no_second_app_and_no_wrong_file(
        [Values("list", "presign", "upload", "create", "update")] string step,
        [Values("before", "within", "after")] string moment)
    {
        await using var run = await RecipeRun.StartAsync();
        await using var tenant = await OtherTenant.StartAsync($"{step}:{moment}");
        run.WithVariable("KANDJI_API_URL", tenant.Root.AbsoluteUri);

        var first = await run.GoAsync();
        var second = await run.Build("1.1").GoAsync();

        var state = await tenant.StateAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Done)), first.Log + second.Log);
            Assert.That(state["apps"]!.Select(app => (string?)app["name"]), Is.EqualTo(new[] { "Teapot (AutoPkg)" }));
            Assert.That(state["apps"]!.Select(app => (string?)app["sha256"]), Is.EqualTo(new[] { run.InstallerSha256 }));
            Assert.That(state["resets"]!.Select(one => (string?)one), Is.EqualTo(new[] { step }), "it happened");
        }
    }

    private sealed class OtherTenant : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task process;

        private OtherTenant(string python, string trouble) => process = Cli.Wrap(python)
            .WithArguments([SourceTree.At("KappaProcessor.Tests", "Support", "tenant.py"), trouble])
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
                port.TrySetResult(int.Parse(line, System.Globalization.CultureInfo.InvariantCulture))))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(stop.Token);

        public Uri Root => new($"http://127.0.0.1:{port.Task.Result}/");

        public static async Task<OtherTenant> StartAsync(string trouble)
        {
            var tenant = new OtherTenant(await Python.RequireAsync(), trouble);
            await Task.WhenAny(tenant.port.Task, tenant.process);
            return tenant;
        }

        public async Task<JObject> StateAsync()
        {
            using var client = new HttpClient();
            return JObject.Parse(await client.GetStringAsync(new Uri(Root, "state")));
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await process.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.Dispose();
        }
    }
}
