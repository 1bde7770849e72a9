using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>All figures, one group after another, and the page that they make.</summary>
[Explicit("Takes a machine to itself for ten minutes.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class FiguresBenchmark
{
    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new StartBenchmark(),
        new IdentifyBenchmark(),
        new ReadApplicationBenchmark(),
        new UnchangedRunBenchmark(),
        new ChangedRunBenchmark(),
        new ProcessingBenchmark(),
        new TenantSizeBenchmark(),
        new NightBenchmark(),
        new AuditScriptBenchmark(),
    ];

    [Test]
    public async Task Every_figure_has_its_row()
    {
        var scale = BenchmarkScale.Wanted;
        var (page, failures) = await MeasureAsync(scale, All);

        // Quick figures are for trying the command; they do not replace those of a long run.
        var file = scale.IsQuick
            ? Path.Combine(TestContext.CurrentContext.WorkDirectory, "FIGURES.md")
            : SourceTree.At("KappaProcessor.Tests", "Benchmarks", "FIGURES.md");
        await File.WriteAllTextAsync(file, page);
        await TestContext.Out.WriteLineAsync($"{page}\nWritten to {file}");
        Assert.That(failures, Is.Empty);
    }

    /// <summary>One group alone, with its rows in the test's output.</summary>
    public static async Task PrintAsync(IBenchmark benchmark)
    {
        var (page, failures) = await MeasureAsync(BenchmarkScale.Wanted, [benchmark]);
        await TestContext.Out.WriteLineAsync(page);
        Assert.That(failures, Is.Empty);
    }

    /// <summary>A group that breaks off keeps its rows so far, and the others theirs.</summary>
    private static async Task<(string Page, IReadOnlyList<string> Failures)> MeasureAsync(
        BenchmarkScale scale, IReadOnlyList<IBenchmark> benchmarks)
    {
        var table = new FiguresTable(BenchmarkMachine.Circumstances(scale));
        var failures = new List<string>();
        foreach (var benchmark in benchmarks)
        {
            try
            {
                await foreach (var figure in benchmark.MeasureAsync(scale))
                {
                    table.Add(figure);
                    await TestContext.Progress.WriteLineAsync(string.Join("  ", FiguresTable.Cells(figure)));
                }
            }
            catch (MeasurementException failure)
            {
                failures.Add($"{benchmark.GetType().Name}: {failure.Message}");
                table.Add(Figure.Skipped($"The rest of {benchmark.GetType().Name}", "it broke off"));
            }
        }

        return (table.ToMarkdown(), failures);
    }
}
