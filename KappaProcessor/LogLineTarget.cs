using System.Globalization;
using NLog;
using NLog.Targets;

namespace Kappa;

/// <summary>Writes log lines to a text writer, without any secret that is known by then.</summary>
internal sealed class LogLineTarget(TextWriter writer, LogFormat format, KnownSecrets secrets) : Target
{
    private const string Yellow = "\u001B[33m";
    private const string Red = "\u001B[31m";
    private const string NoColor = "\u001B[0m";

    /// <summary>Of the time before a line.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    protected override void Write(LogEventInfo logEvent)
    {
        var prefix = Prefix(logEvent.Level);
        var text = secrets.Scrub(Text(logEvent));
        foreach (var line in text.Split('\n'))
        {
            writer.WriteLine(Colored(prefix + PrintableText.Of(line.TrimEnd('\r')), logEvent.Level));
        }

        writer.Flush();
    }

    private string Text(LogEventInfo logEvent) => format switch
    {
        LogFormat.Stamped => logEvent.FormattedMessage,
        _ when logEvent.Level == LogLevel.Warn => $"WARNING: {logEvent.FormattedMessage}",
        LogFormat.Plain or LogFormat.Colored when logEvent.Level == LogLevel.Error =>
            $"ERROR: {logEvent.FormattedMessage}",
        _ => logEvent.FormattedMessage,
    };

    private string Prefix(LogLevel level) => format switch
    {
        LogFormat.Levels => $"{Letter(level)}\t",
        LogFormat.Stamped => string.Create(
            CultureInfo.InvariantCulture, $"{Clock.GetLocalNow():yyyy-MM-dd HH:mm:sszzz} {Word(level),-7} "),
        _ => "",
    };

    private string Colored(string line, LogLevel level) => format switch
    {
        LogFormat.Colored when level == LogLevel.Error => $"{Red}{line}{NoColor}",
        LogFormat.Colored when level == LogLevel.Warn => $"{Yellow}{line}{NoColor}",
        _ => line,
    };

    private static string Word(LogLevel level) =>
        level == LogLevel.Warn ? "WARNING" : level.Name.ToUpperInvariant();

    private static char Letter(LogLevel level) => level.Ordinal switch
    {
        >= 4 => 'E',
        >= 2 => '1',
        1 => '2',
        _ => '3',
    };
}
