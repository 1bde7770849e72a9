using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;

namespace Kappa.Tests.Benchmarks;

/// <summary>A run that brings a new installer, beside curl posting the same file to the same server.</summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class ChangedRunBenchmark : IBenchmark
{
    private static readonly Target Limit = Target.TimesReference(1.10, Quantity.Milliseconds(500));

    [Test]
    public Task What_a_changed_run_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        var memory = new List<long>();
        foreach (var size in scale.Installers)
        {
            await using var contest = await UploadContest.StartAsync(size);
            var result = await contest.PlayAsync(scale.Rounds);
            memory.Add(result.Ours.PeakMemory);
            var what = $"changed installer of {Quantity.Bytes(size)}";
            yield return new Figure($"Run, {what}", Quantity.Of(result.Ours.Time))
            {
                Reference = result.Reference,
                Target = Limit,
                Remark = result.Remark,
            };
            yield return new Figure($"Peak memory, {what}", Quantity.Bytes(result.Ours.PeakMemory))
            {
                Target = Target.AtMost(Quantity.Megabytes(120)),
            };
        }

        var (small, large) = (Quantity.Bytes(scale.Installers[0]), Quantity.Bytes(scale.Installers[^1]));
        yield return new Figure(
            $"Peak memory, changed, {large} compared with {small}", Quantity.Bytes(Math.Abs(memory[^1] - memory[0])))
        {
            Target = Target.Below(Quantity.Megabytes(20)),
        };
    }
}
