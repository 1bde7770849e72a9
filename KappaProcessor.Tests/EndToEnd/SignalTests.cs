using System.Diagnostics;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>The built executable, told to end while the tenant does not answer.</summary>
[NonParallelizable]
[Category(BuiltExecutable.Category)]
internal sealed class SignalTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    [TestCase("TERM", SandboxStep.List, "Interrupted.\nE\tThe run was stopped before it created or changed 'Teapot (AutoPkg)'. Run again.")]
    [TestCase("INT", SandboxStep.Presign, "before it created or changed")]
    [TestCase("TERM", SandboxStep.Upload, "before it created or changed")]
    [TestCase("HUP", SandboxStep.Create, "while it created 'Teapot (AutoPkg)', which may be there or not.")]
    public async Task Ends_it_within_two_seconds_with_what_was_done(string signal, SandboxStep step, string text)
    {
        await using var run = await RecipeRun.StartAsync();
        using var stall = new Stall(step);
        run.Watching = stall.Watch;
        var executable = run.StartExecutable();
        await stall.Reached;

        var clock = Stopwatch.StartNew();
        await Signals.SendAsync(signal, executable.ProcessId);
        var result = await executable;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Elapsed, Is.LessThan(Grace));
            Assert.That(result.ExitCode, Is.EqualTo((int)ExitCode.Interrupted), result.StandardError);
            Assert.That(result.StandardError, Does.Contain(text));
            Assert.That(result.StandardOutput, Does.Contain("<key>kappa_changed</key>"));
        }
    }

    /// <summary>The first request of a step is not answered until the end of the test.</summary>
    private sealed class Stall(SandboxStep step) : IDisposable
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim over = new();

        public Task Reached => reached.Task;

        public void Watch(LoggedRequest request)
        {
            if (request.Step == step && reached.TrySetResult())
            {
                over.Wait();
            }
        }

        public void Dispose() => over.Set();
    }
}
