using NLog;

namespace Kappa;

/// <summary>
/// The log of a command that a person or a timer starts: on a terminal plain lines above a progress bar,
/// elsewhere lines with time and level; the reasons as well in the log file.
/// </summary>
internal sealed class PersonLog : IDisposable
{
    private readonly LogFactory logs;
    private readonly LogFile? file;
    private readonly ProgressBar? bar;

    private PersonLog(ProcessHost host, LogFormat format, int verbosity, ProgressBar? bar)
    {
        this.bar = bar;
        file = LogFile.Find(host);
        logs = Logging.Create(verbosity, format, host, file);
        Log = logs.GetLogger("kappa");
        Progress = bar is null ? new ProgressLines(host.Clock, Log) : bar;
        Host = host with { Progress = Progress };
    }

    public ILogger Log { get; }

    public IProgress<TransferProgress> Progress { get; }

    /// <summary>The host, with a stderr that shares the terminal with the progress.</summary>
    public ProcessHost Host { get; }

    /// <param name="host">What surrounds the process.</param>
    /// <param name="verbosity">As AutoPkg's count of <c>-v</c>.</param>
    public static PersonLog Open(ProcessHost host, int verbosity)
    {
        if (host.ErrorWidth() == 0 || host.Variable("TERM") is "dumb")
        {
            return new PersonLog(host, LogFormat.Stamped, verbosity, null);
        }

        // https://no-color.org
        var hasColors = string.IsNullOrEmpty(host.Variable("NO_COLOR"));
        var bar = new ProgressBar(host, hasColors);
        return new PersonLog(
            host with { Error = bar.Lines }, hasColors ? LogFormat.Colored : LogFormat.Plain, verbosity, bar);
    }

    public void Dispose()
    {
        bar?.Dispose();
        logs.Dispose();
        file?.Dispose();
    }
}
