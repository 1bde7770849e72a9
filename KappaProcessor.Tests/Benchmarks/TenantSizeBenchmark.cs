using Kappa.Sandbox;
using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>What the size of the tenant costs: more pages of the list, and nothing else.</summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class TenantSizeBenchmark : IBenchmark
{
    private const int PageSize = 300;

    private const long InstallerSize = 1_000_000;

    [Test]
    public Task What_a_large_tenant_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        foreach (var apps in scale.Tenants)
        {
            foreach (var figure in await MeasureAsync(scale, apps))
            {
                yield return figure;
            }
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkScale scale, int apps)
    {
        using var folder = new TempFolder();
        var recipe = new BenchmarkRecipe(folder, "Teapot", InstallerSize);
        await using var sandbox = await SandboxProcess.StartAsync(
            SandboxProcess.Prepare(folder, Tenant(apps, recipe.Name)));
        var pages = Math.Max(1, (apps + PageSize - 1) / PageSize);
        var step = recipe.Step(sandbox.Origin);

        // The tenant's own app has an older installer, or is not there yet: the first run is the changed one.
        var changed = step.RunWell();
        var changedCalls = (await sandbox.JournalAsync()).RequireUploads(1);
        step.RunWell();
        var unchangedCalls = (await sandbox.JournalAsync()).RequireUploads(0);
        var curl = ReferenceProgram.Find("curl");
        var read = new MeasuredCommand(curl ?? "true", ReadPages(sandbox.Origin, pages));
        var unchanged = await Rounds.PlayAsync(scale.Rounds, [step, read]);
        var what = $"tenant of {apps} apps";
        return
        [
            new Figure($"Run, unchanged, {what}", Quantity.Of(unchanged[0].Time))
            {
                Reference = curl is null ? null : new Reference("curl", Quantity.Of(unchanged[1].Time)),
            },
            Calls($"unchanged, {what}", unchangedCalls, pages + 1),
            new Figure($"Run, changed, {what}", Quantity.Of(changed.Time)),
            Calls($"changed, {what}", changedCalls, pages + 4),
            new Figure($"Peak memory, unchanged, {what}", Quantity.Bytes(unchanged[0].PeakMemory)),
        ];
    }

    /// <summary>The app of that name is in the middle of the others.</summary>
    private static SandboxState Tenant(int apps, string name) => SandboxState.NewTenant() with
    {
        Apps = [.. Some.SandboxApps(apps).Select((app, at) => at == apps / 2 ? app with { Name = name } : app)],
    };

    private static Figure Calls(string what, Journal journal, int most) =>
        new($"API calls, {what}: {journal.Lists} of them lists", Quantity.Count(journal.Calls))
        {
            Target = Target.AtMost(Quantity.Count(most)),
        };

    /// <summary>All pages of the list over one connection.</summary>
    private static string[] ReadPages(Uri tenant, int pages) =>
    [
        "--silent", "--show-error", "--fail", "--header", "Authorization: Bearer benchmark",
        "--output", "/dev/null", new Uri(tenant, $"api/v1/library/custom-apps?page=[1-{pages}]").OriginalString,
    ];
}
