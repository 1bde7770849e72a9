using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>A program that can be run and measured, with no more of an environment than it needs.</summary>
internal sealed partial record MeasuredCommand(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Milliseconds between two looks at the memory.</summary>
    private const int Interval = 5;

    private static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR"];

    public string Input { get; init; } = "";

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <exception cref="MeasurementException">The program failed.</exception>
    public MeasuredProcess RunWell()
    {
        var (run, errors) = RunHeard();
        return run.ExitCode == 0
            ? run
            : throw new MeasurementException($"{this} ended with {run.ExitCode}: {errors}");
    }

    public MeasuredProcess Run() => RunHeard().Run;

    public override string ToString() => $"{Path.GetFileName(Program)} {string.Join(' ', Arguments)}";

    private (MeasuredProcess Run, string Errors) RunHeard()
    {
        var errors = new StringBuilder();
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(StartInfo())!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Write(Input);
        process.StandardInput.Close();
        long memory = 0;
        while (!process.WaitForExit(Interval))
        {
            memory = Math.Max(memory, PeakOf(process));
        }

        var taken = Stopwatch.GetElapsedTime(start);
        process.WaitForExit(); // for the rest of what it said
        return (new MeasuredProcess(taken, memory) { ExitCode = process.ExitCode }, errors.ToString());
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            start.Environment[name] = Environment.GetEnvironmentVariable(name);
        }

        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>
    /// Linux keeps the highest mark itself, so a look now and then misses only what was added since the last one.
    /// </summary>
    private static long PeakOf(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                var mark = HighestMark().Match(File.ReadAllText($"/proc/{process.Id}/status"));
                return mark.Success ? 1024 * long.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            }

            process.Refresh();
            return Math.Max(process.PeakWorkingSet64, process.WorkingSet64);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0; // it has ended since it was looked at
        }
    }

    [GeneratedRegex(@"^VmHWM:\s+(\d+) kB", RegexOptions.Multiline)]
    private static partial Regex HighestMark();
}
