using NLog;
using NLog.Config;

namespace Kappa;

/// <summary>A run's log: stderr, as much as AutoPkg's <c>-v</c> asks for, no secrets.</summary>
internal static class Logging
{
    /// <param name="verbosity">AutoPkg's count of <c>-v</c>: 0 shows errors only, 3 everything.</param>
    /// <param name="format">How a line looks.</param>
    /// <param name="writer">Where lines go; stays the caller's.</param>
    /// <param name="secrets">What must not be written.</param>
    public static LogFactory Create(int verbosity, LogFormat format, TextWriter writer, KnownSecrets secrets) =>
        Create(Rule(verbosity, new LogLineTarget(writer, format, secrets) { Name = "stderr" }));

    /// <summary>The host's stderr, and as much as <c>-vv</c> shows in a file.</summary>
    /// <param name="verbosity">On stderr.</param>
    /// <param name="format">On stderr.</param>
    /// <param name="host">Has stderr, clock and secrets.</param>
    /// <param name="file">Stays the caller's; null for no file.</param>
    public static LogFactory Create(int verbosity, LogFormat format, ProcessHost host, TextWriter? file)
    {
        var stderr = new LogLineTarget(host.Error, format, host.Secrets) { Name = "stderr", Clock = host.Clock };
        return file is null
            ? Create(Rule(verbosity, stderr))
            : Create(
                Rule(verbosity, stderr),
                Rule(Math.Max(verbosity, 2), new LogLineTarget(file, LogFormat.Stamped, host.Secrets)
                {
                    Name = "file",
                    Clock = host.Clock,
                }));
    }

    private static LogFactory Create(params IEnumerable<LoggingRule> rules)
    {
        var factory = new LogFactory { ThrowExceptions = true };
        var configuration = new LoggingConfiguration(factory);
        foreach (var rule in rules)
        {
            configuration.AddRule(rule);
        }

        factory.Configuration = configuration;
        return factory;
    }

    private static LoggingRule Rule(int verbosity, LogLineTarget target) =>
        new("*", Lowest(verbosity), LogLevel.Fatal, target);

    private static LogLevel Lowest(int verbosity) => verbosity switch
    {
        <= 0 => LogLevel.Error,
        1 => LogLevel.Info,
        2 => LogLevel.Debug,
        _ => LogLevel.Trace,
    };
}
