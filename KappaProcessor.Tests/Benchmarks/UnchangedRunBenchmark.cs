using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>A run that finds the tenant's app as it should be: a list, a hash, and no upload.</summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class UnchangedRunBenchmark : IBenchmark
{
    private static readonly Target Limit = Target.TimesReference(1.15, Quantity.Milliseconds(250));

    [Test]
    public Task What_an_unchanged_run_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        foreach (var size in scale.Installers)
        {
            foreach (var figure in await MeasureAsync(scale, size))
            {
                yield return figure;
            }
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkScale scale, long size)
    {
        using var folder = new TempFolder();
        await using var sandbox = await SandboxProcess.StartAsync();
        var recipe = new BenchmarkRecipe(folder, "Teapot", size);
        var openssl = ReferenceProgram.Find("openssl");
        var step = recipe.Step(sandbox.Origin);
        var hash = new MeasuredCommand(openssl ?? "true", "dgst", "-sha256", recipe.Installer);

        // The first run makes the app, and has the file in the page cache for all that follow.
        step.RunWell();
        (await sandbox.JournalAsync()).RequireUploads(1);
        var runs = await Rounds.PlayAsync(scale.Rounds, [step, hash]);
        var journal = (await sandbox.JournalAsync()).RequireUploads(0);
        var what = $"unchanged installer of {Quantity.Bytes(size)}";
        return
        [
            new Figure($"Run, {what}", Quantity.Of(runs[0].Time))
            {
                Reference = openssl is null ? null : new Reference("openssl dgst -sha256", Quantity.Of(runs[1].Time)),
                Target = Limit,
                Remark = openssl is null ? ReferenceProgram.Missing("openssl") : null,
            },
            new Figure($"Peak memory, {what}", Quantity.Bytes(runs[0].PeakMemory)),
            new Figure($"API calls, {what}", Quantity.Count(journal.Calls / scale.Rounds))
            {
                Target = Target.AtMost(Quantity.Count(1)),
            },
        ];
    }
}
