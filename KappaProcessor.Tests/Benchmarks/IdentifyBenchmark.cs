using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>What a package says of itself, without its payload being read: as fast for any size.</summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class IdentifyBenchmark : IBenchmark
{
    private static readonly Target Limit = Target.AtMost(Quantity.Milliseconds(100));

    [Test]
    public Task What_identifying_a_package_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        foreach (var size in scale.Identified)
        {
            using var folder = new TempFolder();
            var package = LargePackage.WriteHollow(folder, size);
            var runs = await Rounds.PlayAsync(
                scale.Starts, [KappaExecutable.UnderTest.Command("inspect", "--fast", package)]);
            yield return new Figure(
                $"Identify a package of {Quantity.Bytes(size)}: kappa inspect --fast", Quantity.Of(runs[0].Time))
            {
                Target = Limit,
            };
        }
    }
}
