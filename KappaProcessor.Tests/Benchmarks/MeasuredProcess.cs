using System.Diagnostics;

namespace Kappa.Tests.Benchmarks;

/// <summary>What one run of a program took.</summary>
/// <param name="Time">From start to end.</param>
/// <param name="PeakMemory">Bytes resident, looked at every few milliseconds.</param>
internal sealed record MeasuredProcess(TimeSpan Time, long PeakMemory)
{
    public static MeasuredProcess Of(string program, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        long memory = 0;
        while (!process.WaitForExit(5))
        {
            memory = Math.Max(memory, PeakOf(process));
        }

        return new MeasuredProcess(Stopwatch.GetElapsedTime(start), memory);
    }

    /// <summary>The quickest of three: the others waited for something else.</summary>
    public static MeasuredProcess BestOf(string program, params string[] arguments) =>
        Enumerable.Range(0, 3).Select(_ => Of(program, arguments)).MinBy(one => one.Time)!;

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has ended since it was looked at
        }
    }
}
