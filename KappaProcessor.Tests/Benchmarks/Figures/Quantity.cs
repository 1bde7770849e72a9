namespace Kappa.Tests.Benchmarks.Figures;

/// <summary>Something measured or demanded; its text is rounded, its value is not.</summary>
internal readonly record struct Quantity(double Value, Unit Unit)
{
    private const double Megabyte = 1e6;

    public static Quantity Of(TimeSpan time) => new(time.TotalSeconds, Unit.Seconds);

    public static Quantity Milliseconds(double value) => new(value / 1000, Unit.Seconds);

    public static Quantity Bytes(long value) => new(value, Unit.Bytes);

    public static Quantity Megabytes(double value) => new(value * Megabyte, Unit.Bytes);

    public static Quantity Count(int value) => new(value, Unit.Count);

    /// <summary><c>9.3 ms</c>, <c>120 ms</c>, <c>1.25 s</c>, <c>4.1 MB</c>, <c>118 MB</c>, <c>101</c>.</summary>
    public override string ToString() => Unit switch
    {
        Unit.Seconds when Value < 0.1 => $"{Value * 1000:0.#} ms",
        Unit.Seconds when Value < 1 => $"{Value * 1000:0} ms",
        Unit.Seconds when Value < 100 => $"{Value:0.##} s",
        Unit.Seconds => $"{Value:0} s",
        Unit.Bytes when Value < 10 * Megabyte => $"{Value / Megabyte:0.#} MB",
        Unit.Bytes => $"{Value / Megabyte:0} MB",
        _ => $"{Value:0}",
    };
}
