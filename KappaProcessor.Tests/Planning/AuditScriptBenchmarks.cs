using System.Diagnostics;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>Figures, for a machine that does nothing else.</summary>
[Explicit]
[Category("Benchmark")]
[NonParallelizable]
internal sealed class AuditScriptBenchmarks
{
    private const int Runs = 31;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    [Test]
    public async Task A_check_in_is_short_when_Spotlight_finds_the_app()
    {
        using var mac = new AuditMac().WithFirefox("128.0").SpotlightKnows("/Applications/Firefox.app");
        var script = Some.DueAudit();
        var times = new List<TimeSpan>();

        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            _ = await mac.RunAsync(script);
            times.Add(clock.Elapsed);
        }

        times.Sort();
        await TestContext.Out.WriteLineAsync(
            $"{times[Runs / 2].TotalMilliseconds:F0} ms in the middle of {Runs} runs, "
                + $"{times[0].TotalMilliseconds:F0} to {times[^1].TotalMilliseconds:F0}");
        Assert.That(times[Runs / 2], Is.LessThan(Limit));
    }
}
