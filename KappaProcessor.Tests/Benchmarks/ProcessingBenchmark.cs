using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;

namespace Kappa.Tests.Benchmarks;

/// <summary>
/// A run whose upload the tenant processes for some seconds first: waiting for it may cost a tenth of that time and
/// half a second.
/// </summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class ProcessingBenchmark : IBenchmark
{
    private const double Tolerance = 0.1;

    [Test]
    public Task What_waiting_for_the_tenant_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        var size = scale.Installers[0];
        await using var contest = await UploadContest.StartAsync(size, scale.Processing);
        var result = await contest.PlayAsync(scale.Rounds);

        // What any changed run may take, the tenant's time, and what waiting for it may cost.
        var allowed = TimeSpan.FromSeconds(0.5)
            + scale.Processing
            + (Tolerance * scale.Processing)
            + TimeSpan.FromSeconds(0.5);
        yield return new Figure(
            $"Run, changed installer of {Quantity.Bytes(size)}, processed for {Quantity.Of(scale.Processing)}",
            Quantity.Of(result.Ours.Time))
        {
            Reference = result.Reference,
            Target = Target.TimesReference(1.10, Quantity.Of(allowed)),
            Remark = result.Remark,
        };
    }
}
