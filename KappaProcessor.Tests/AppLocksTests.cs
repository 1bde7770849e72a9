using System.Runtime.Versioning;
using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests;

internal sealed class AppLocksTests
{
    [Test]
    public async Task The_second_of_two_runs_finds_what_the_first_has_created()
    {
        await using var run = await RecipeRun.StartAsync();
        using var looksOrWaits = new ManualResetEventSlim();
        Task<RecipeResult>? second = null;
        run.Sandbox.Faults.Add(SandboxFaults.Parse("presign:429"));
        run.Watching = request => SetIf(looksOrWaits, second is not null && request.Step == SandboxStep.List);
        run.Clock.Waiting += () =>
        {
            SetIf(looksOrWaits, second is not null);
            second ??= Task.Run(() => run.GoAsync());
            looksOrWaits.Wait();
        };

        var first = await run.GoAsync();

        Assert.That((first.Actions[0], (await second!).Actions[0]), Is.EqualTo(("created", "unchanged")), first.Log);
    }

    [Test]
    public async Task Another_run_is_waited_for_as_long_as_it_works_and_v_says_so()
    {
        await using var run = await RecipeRun.StartAsync();
        using var other = await OtherRunAsync(run);
        run.Clock.Waiting += other.Dispose;

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(result.Lines('1'), Has.One.EqualTo(
                "Another run of Kappa is at work on 'Teapot (AutoPkg)'; waiting for its end."));
        }
    }

    [Test]
    public async Task A_run_that_never_ends_is_an_error_that_says_how_to_find_it()
    {
        await using var run = await RecipeRun.StartAsync();
        using var other = await OtherRunAsync(run);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(result.Error, Does.Contain("for 30 minutes. Run again once it has ended").And.Contain("lsof /"));
            Assert.That(result.Steps, Is.Empty);
        }
    }

    [Test]
    public async Task Ctrl_C_ends_the_waiting()
    {
        using var stop = new CancellationTokenSource();
        await using var run = await RecipeRun.StartAsync();
        using var other = await OtherRunAsync(run);
        run.Cancel = stop.Token;
        run.Clock.Waiting += stop.Cancel;

        var result = await run.GoAsync();

        Assert.That((result.ExitCode, result.Steps.Count), Is.EqualTo((ExitCode.Interrupted, 0)), result.Log);
    }

    [TestCase("Teapot", false, false, TestName = "Another app is not waited for")]
    [TestCase(" TEAPOT (AUTOPKG) ", false, true, TestName = "A name that differs in case and spaces only is waited for")]
    [TestCase("Teapot", true, true, TestName = "Dynamic lookup, which may choose any app, waits for all")]
    public async Task Waits(string name, bool dynamicLookup, bool waits)
    {
        await using var run = await RecipeRun.StartAsync();
        using var other = await OtherRunAsync(run);
        run.WithConfig($$"""{ "zz_defaults": { "dynamic_lookup": {{(dynamicLookup ? "true" : "false")}} } }""");
        run.Clock.Waiting += other.Dispose;

        var result = await run.With("prod_name", name).GoAsync();

        Assert.That(result.Log.Contains("waiting for its end", StringComparison.Ordinal), Is.EqualTo(waits), result.Log);
    }

    [Test]
    public async Task Dynamic_lookup_is_waited_for_by_all()
    {
        await using var run = await RecipeRun.StartAsync();
        using var other = await OtherRunAsync(run, dynamicLookup: true);
        run.Clock.Waiting += other.Dispose;

        var result = await run.With("prod_name", "Kettle").GoAsync();

        Assert.That(result.Lines('1'), Has.One.Contain($"is at work on the apps of {run.Sandbox.Origin.Authority}"));
    }

    [Test]
    public async Task A_dry_run_waits_for_nobody()
    {
        await using var run = await RecipeRun.StartAsync();
        using var other = await OtherRunAsync(run);

        var result = await run.With("dry_run", true).GoAsync();

        Assert.That(result.Actions, Is.EqualTo(new[] { "planned" }), result.Log);
    }

    [TestCase("HOME", null, TestName = "No home is a warning")]
    [TestCase("XDG_CACHE_HOME", "/dev/null", TestName = "A cache that is no folder is a warning")]
    public async Task Cannot_be_had(string variable, string? value)
    {
        await using var run = await RecipeRun.StartAsync();

        var result = await run.WithVariable(variable, value).GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(result.Warnings, Has.One.StartsWith("WARNING: No lock could be taken ("));
        }
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_can_look_into_the_folder_of_locks()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();
        var folder = run.Folder[".cache/kappa/locks"];
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);

        await run.GoAsync();

        Assert.That(File.GetUnixFileMode(folder), Is.EqualTo((UnixFileMode)0b111_000_000));
    }

    private static void SetIf(ManualResetEventSlim signal, bool condition)
    {
        if (condition)
        {
            signal.Set();
        }
    }

    /// <summary>A run for the same app that does not end until it is disposed of.</summary>
    private static async Task<AppLocks> OtherRunAsync(RecipeRun run, bool dynamicLookup = false)
    {
        var settings = Some.RunSettings(Some.Target("Teapot (AutoPkg)")) with
        {
            Address = TenantAddress.Parse(run.Sandbox.Origin.AbsoluteUri),
            DynamicLookup = dynamicLookup,
        };
        var locks = new AppLocks(run.Host(Stream.Null, TextWriter.Null), Some.NoLog());
        await locks.TakeAsync(settings, CancellationToken.None);
        return locks;
    }
}
