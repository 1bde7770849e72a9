namespace Kappa.Tests.Benchmarks.Figures;

internal enum Unit
{
    Seconds,
    Bytes,
    Count,
}
