using CliWrap.Buffered;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>Many processes of the built executable at once, and processes that are killed.</summary>
[NonParallelizable]
[Category(BuiltExecutable.Category)]
internal sealed class ConcurrencyTests
{
    [TestCase(12, 3)]
    [TestCase(200, 1, Explicit = true, Category = "Load")]
    [TestCase(200, 50, Explicit = true, Category = "Load")]
    public async Task Processes_at_the_same_moment_make_each_app_once(int processes, int apps)
    {
        await using var run = await RecipeRun.StartAsync();
        var started = Enumerable.Range(0, processes)
            .Select(number => run.With("prod_name", $"App {number % apps}").StartExecutable())
            .ToList();

        var results = new List<BufferedCommandResult>();
        foreach (var executable in started)
        {
            results.Add(await executable);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                results.Where(result => result.ExitCode != 0).Select(result => result.StandardError), Is.Empty);
            Assert.That(run.Sandbox.Tenant.Apps.Select(app => app.Name), Is.Unique);
            Assert.That(run.Sandbox.Tenant.Apps, Has.Count.EqualTo(apps));
            Assert.That(run.Sandbox.Tenant.Apps.Select(app => app.Sha256), Has.All.EqualTo(run.InstallerSha256));
        }
    }

    [TestCase(5)]
    [TestCase(40, Explicit = true, Category = "Load")]
    public async Task After_a_kill_at_any_moment_the_next_run_ends_right(int moments)
    {
        var random = new Random(20260115);
        await using var run = await RecipeRun.StartAsync(clock: TimeProvider.System);
        run.With("test_name", "Teapot (Testing)").With("prod_name", "Teapot");
        for (var moment = 0; moment < moments; moment++)
        {
            run.Build($"1.{moment}");
            if (moment % 2 == 0)
            {
                run.Sandbox.Tenant.Change(state => state with { Apps = [] });
            }

            await KilledAtRequestAsync(run, random.Next(1, 8));
            var result = await run.GoAsync();

            using (Assert.EnterMultipleScope())
            {
                Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
                Assert.That(result.Log, Does.Not.Contain("waiting for its end"), "a stale lock");
                Assert.That(
                    run.Sandbox.Tenant.Apps.Select(app => app.Name),
                    Is.EquivalentTo(new[] { "Teapot", "Teapot (Testing)" }));
                Assert.That(
                    run.Sandbox.Tenant.Apps.Select(app => app.Sha256), Has.All.EqualTo(run.InstallerSha256));
            }
        }
    }

    /// <summary>Killed while its n-th request is served, or after its end when it has fewer.</summary>
    private static async Task KilledAtRequestAsync(RecipeRun run, int nth)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var killed = new ManualResetEventSlim();
        run.Watching = _ =>
        {
            if (Interlocked.Decrement(ref nth) == 0)
            {
                reached.TrySetResult();
                killed.Wait();
            }
        };
        var executable = run.StartExecutable();
        await Task.WhenAny(reached.Task, executable.Task);
        await Signals.SendAsync("KILL", executable.ProcessId);
        await executable;
        run.Watching = null;
        killed.Set();
    }
}
