namespace Kappa.Tests.Support;

/// <summary>How a run of the shim ended. What it never came to is null.</summary>
internal sealed record ShimRun(int ExitCode, string Output)
{
    /// <summary>
    /// AutoPkg's environment afterwards, as JSON; what JSON does not know is there as Python prints it.
    /// </summary>
    public string? Environment { get; init; }

    /// <summary>The text of the ProcessorError.</summary>
    public string? Error { get; init; }

    /// <summary>What the stand-in for the executable left for the test, as JSON.</summary>
    public string? Note { get; init; }
}
