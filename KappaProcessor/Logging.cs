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
    public static LogFactory Create(int verbosity, LogFormat format, TextWriter writer, KnownSecrets secrets)
    {
        var factory = new LogFactory { ThrowExceptions = true };
        var configuration = new LoggingConfiguration(factory);
        var target = new LogLineTarget(writer, format, secrets) { Name = "stderr" };
        configuration.AddRule(Lowest(verbosity), LogLevel.Fatal, target);
        factory.Configuration = configuration;
        return factory;
    }

    private static LogLevel Lowest(int verbosity) => verbosity switch
    {
        <= 0 => LogLevel.Error,
        1 => LogLevel.Info,
        2 => LogLevel.Debug,
        _ => LogLevel.Trace,
    };
}
