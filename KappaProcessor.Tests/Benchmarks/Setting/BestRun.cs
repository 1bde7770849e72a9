namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>Of several runs the shortest time, the others waited for something else; and the most memory.</summary>
internal sealed record BestRun(TimeSpan Time, long PeakMemory)
{
    public static BestRun Of(IReadOnlyCollection<MeasuredProcess> runs) =>
        new(runs.Min(run => run.Time), runs.Max(run => run.PeakMemory));
}
