using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;

namespace Kappa.Tests.Benchmarks;

/// <summary>What it costs to start at all, and what to download.</summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class StartBenchmark : IBenchmark
{
    [Test]
    public Task What_a_start_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        List<KappaExecutable> executables = [KappaExecutable.UnderTest, .. Second];
        var runs = await Rounds.PlayAsync(
            scale.Starts,
            [.. executables.Select(one => one.Command("--version")), new MeasuredCommand("true")]);
        foreach (var (executable, run) in executables.Zip(runs))
        {
            yield return new Figure($"Start, {executable.FormInWords}: kappa --version", Quantity.Of(run.Time))
            {
                Reference = new Reference("true", Quantity.Of(runs[^1].Time)),
                Target = StartOf(executable.Form),
            };
            yield return SizeOf(executable);
        }
    }

    private static IEnumerable<KappaExecutable> Second => KappaExecutable.Other is { } other ? [other] : [];

    private static Target? StartOf(ExecutableForm form) => form switch
    {
        ExecutableForm.AheadOfTime => Target.AtMost(Quantity.Milliseconds(15)),
        ExecutableForm.Bundle => Target.AtMost(Quantity.Milliseconds(60)),
        _ => null,
    };

    private static Figure SizeOf(KappaExecutable executable)
    {
        var what = $"Executable, {executable.FormInWords}";
        return executable.Form == ExecutableForm.Loose
            ? Figure.Skipped(what, "its parts are many files")
            : new Figure(what, Quantity.Bytes(executable.Size))
            {
                Target = Target.AtMost(
                    Quantity.Megabytes(executable.Form == ExecutableForm.AheadOfTime ? 25 : 60)),
            };
    }
}
