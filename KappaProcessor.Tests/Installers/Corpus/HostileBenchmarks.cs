using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Corpus;

/// <summary>What the hostile half costs: each file in a process of its own, slowest and largest told.</summary>
[Explicit("Takes a minute, and prints figures instead of judging them."), Category("Benchmark"), NonParallelizable]
internal sealed class HostileBenchmarks
{
    [Test]
    public void Time_and_memory_of_every_hostile_file()
    {
        using var folder = new TempFolder();
        var measured = HostileCorpus.All
            .Select(one => (one.Name, Run: MeasuredProcess.Of(BuiltExecutable.Path, "inspect", one.In(folder))))
            .ToList();
        foreach (var (name, run) in measured.OrderByDescending(one => one.Run.Time))
        {
            TestContext.Out.WriteLine($"{run.Time.TotalSeconds,6:0.00} s {run.PeakMemory / 1e6,6:0} MB  {name}");
        }

        Assert.That(measured, Is.Not.Empty);
    }
}
