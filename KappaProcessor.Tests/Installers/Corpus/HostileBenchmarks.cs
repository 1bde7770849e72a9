using System.Diagnostics;
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
        var measured = HostileCorpus.All.Select(one => Measure(one.In(folder))).ToList();
        foreach (var (name, time, memory) in measured.OrderByDescending(one => one.Time))
        {
            TestContext.Out.WriteLine($"{time.TotalSeconds,6:0.00} s {memory / 1e6,6:0} MB  {name}");
        }

        Assert.That(measured, Is.Not.Empty);
    }

    private static (string Name, TimeSpan Time, long Memory) Measure(string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(BuiltExecutable.Path, ["inspect", path])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        long memory = 0;
        while (!process.WaitForExit(5))
        {
            process.Refresh();
            memory = Math.Max(memory, process.PeakWorkingSet64);
        }

        return (Path.GetFileName(path), Stopwatch.GetElapsedTime(start), memory);
    }
}
