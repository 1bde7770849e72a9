using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>A night on a build machine: many recipes one after another, of which few have something new.</summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class NightBenchmark : IBenchmark
{
    private const int PageSize = 300;

    private const long InstallerSize = 1_000_000;

    [Test]
    public Task What_a_night_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        var night = scale.Night;
        using var folder = new TempFolder();
        List<BenchmarkRecipe> recipes =
        [
            .. Enumerable.Range(1, night.Recipes)
                .Select(number => new BenchmarkRecipe(folder, $"Teapot{number}", InstallerSize)),
        ];
        var state = SandboxState.NewTenant() with
        {
            Apps = [.. Some.SandboxApps(night.Apps - night.Recipes), .. recipes.Select(UpToDate)],
        };
        await using var sandbox = await SandboxProcess.StartAsync(SandboxProcess.Prepare(folder, state));
        foreach (var recipe in recipes.Take(night.Changed))
        {
            recipe.Rebuild();
        }

        var runs = recipes.ConvertAll(recipe => recipe.Step(sandbox.Origin).RunWell());
        var journal = (await sandbox.JournalAsync()).RequireUploads(night.Changed);
        var what = $"{night.Recipes} recipes, {night.Changed} changed, tenant of {night.Apps} apps";
        var whole = TimeSpan.FromSeconds(runs.Sum(run => run.Time.TotalSeconds));
        yield return new Figure($"A night of {what}", Quantity.Of(whole));
        yield return new Figure($"API calls, {what}: {journal.Lists} of them lists", Quantity.Count(journal.Calls))
        {
            Target = Target.AtMost(Quantity.Count(MostCalls(night))),
        };
        yield return new Figure($"Peak memory, {what}", Quantity.Bytes(runs.Max(run => run.PeakMemory)));
    }

    /// <summary>A run costs the pages of the list, and one more call unchanged or four more changed.</summary>
    private static int MostCalls(NightShape night)
    {
        var pages = (night.Apps + PageSize - 1) / PageSize;
        return ((night.Recipes - night.Changed) * (pages + 1)) + (night.Changed * (pages + 4));
    }

    /// <summary>The Custom App that has the recipe's installer already.</summary>
    private static CustomApp UpToDate(BenchmarkRecipe recipe) =>
        Some.SandboxApp(Guid.NewGuid().ToString(), recipe.Name) with
        {
            Sha256 = recipe.Sha256,
            FileSize = InstallerSize,
        };
}
