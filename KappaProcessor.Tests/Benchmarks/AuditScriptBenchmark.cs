using System.Diagnostics;
using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>
/// What an audit script costs each Mac at each check-in. The middle of the runs counts: nobody chooses the best
/// check-in.
/// </summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class AuditScriptBenchmark : IBenchmark
{
    private const string What = "Check-in, the app found by Spotlight: audit script";

    private static readonly Target Limit = Target.AtMost(Quantity.Milliseconds(100));

    [Test]
    public Task What_a_check_in_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        if (ReferenceProgram.Find("zsh") is null)
        {
            yield return Figure.Skipped(What, ReferenceProgram.Missing("zsh")) with { Target = Limit };
            yield break;
        }

        using var mac = new AuditMac().WithFirefox("128.0").SpotlightKnows("/Applications/Firefox.app");
        var script = Some.DueAudit();
        var times = new List<TimeSpan>();
        for (var run = 0; run < scale.Starts; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await mac.RunAsync(script);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        yield return new Figure(What, Quantity.Of(times[times.Count / 2])) { Target = Limit };
    }
}
