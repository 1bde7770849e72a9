namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>How much is measured: all of it, or as much as half a minute allows.</summary>
internal sealed record BenchmarkScale
{
    private const long Megabyte = 1_000_000;

    private static readonly BenchmarkScale Full = new()
    {
        Rounds = 5,
        Starts = 31,
        Identified = [10 * Megabyte, 1000 * Megabyte, 4000 * Megabyte],
        Read = [10 * Megabyte, 1000 * Megabyte],
        Installers = [50 * Megabyte, 1000 * Megabyte, 5000 * Megabyte],
        Processing = TimeSpan.FromSeconds(5),
        Tenants = [0, 300, 3000, 30_000],
        Night = new NightShape(Recipes: 50, Changed: 3, Apps: 900),
    };

    private static readonly BenchmarkScale Small = new()
    {
        IsQuick = true,
        Rounds = 2,
        Starts = 5,
        Identified = [10 * Megabyte, 1000 * Megabyte],
        Read = [10 * Megabyte],
        Installers = [10 * Megabyte, 50 * Megabyte],
        Processing = TimeSpan.FromSeconds(1),
        Tenants = [0, 300],
        Night = new NightShape(Recipes: 5, Changed: 1, Apps: 301),
    };

    /// <summary>Small with <c>KAPPA_BENCH_QUICK=1</c>.</summary>
    public static BenchmarkScale Wanted =>
        Environment.GetEnvironmentVariable("KAPPA_BENCH_QUICK") == "1" ? Small : Full;

    public bool IsQuick { get; private init; }

    /// <summary>The best of so many runs counts.</summary>
    public required int Rounds { get; init; }

    /// <summary>The same for runs of milliseconds.</summary>
    public required int Starts { get; init; }

    /// <summary>Bytes of the packages that are identified.</summary>
    public required IReadOnlyList<long> Identified { get; init; }

    /// <summary>Bytes that the packages install whose application is read.</summary>
    public required IReadOnlyList<long> Read { get; init; }

    /// <summary>Bytes of the installers that recipes build; the smallest first.</summary>
    public required IReadOnlyList<long> Installers { get; init; }

    /// <summary>How long the tenant processes an upload where that is measured.</summary>
    public required TimeSpan Processing { get; init; }

    /// <summary>Apps of the tenants.</summary>
    public required IReadOnlyList<int> Tenants { get; init; }

    public required NightShape Night { get; init; }
}
