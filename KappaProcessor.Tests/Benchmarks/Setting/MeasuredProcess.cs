namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>What one run of a program took.</summary>
/// <param name="Time">From before its start to its end.</param>
/// <param name="PeakMemory">
/// Bytes resident at most; 0 where the system does not tell, and of a run too short to be looked at.
/// </param>
internal sealed record MeasuredProcess(TimeSpan Time, long PeakMemory)
{
    public required int ExitCode { get; init; }

    public static MeasuredProcess Of(string program, params string[] arguments) =>
        new MeasuredCommand(program, arguments).Run();
}
