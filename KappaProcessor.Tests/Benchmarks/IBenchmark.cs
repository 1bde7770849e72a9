using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;

namespace Kappa.Tests.Benchmarks;

/// <summary>One group of figures. It judges nothing: a figure and its target are rows of a table.</summary>
internal interface IBenchmark
{
    IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale);
}
