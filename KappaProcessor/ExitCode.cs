namespace Kappa;

/// <summary>What the process tells its caller. 10 is the number AutoPkg gives a failed processor.</summary>
internal enum ExitCode
{
    /// <summary>Everything was done, or there was nothing to do.</summary>
    Done = 0,

    /// <summary>Something failed; the rest was done.</summary>
    Failed = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>The AutoPkg step failed.</summary>
    RunFailed = 10,

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    Interrupted = 130,
}
