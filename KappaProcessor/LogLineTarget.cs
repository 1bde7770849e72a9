using NLog;
using NLog.Targets;

namespace Kappa;

/// <summary>Writes log lines to a text writer, without any secret that is known by then.</summary>
internal sealed class LogLineTarget(TextWriter writer, LogFormat format, KnownSecrets secrets) : Target
{
    protected override void Write(LogEventInfo logEvent)
    {
        var text = secrets.Scrub(Text(logEvent));
        foreach (var line in text.Split('\n'))
        {
            writer.WriteLine(Prefix(logEvent.Level) + PrintableText.Of(line.TrimEnd('\r')));
        }

        writer.Flush();
    }

    private string Text(LogEventInfo logEvent) => format switch
    {
        _ when logEvent.Level == LogLevel.Warn => $"WARNING: {logEvent.FormattedMessage}",
        LogFormat.Plain when logEvent.Level == LogLevel.Error => $"ERROR: {logEvent.FormattedMessage}",
        _ => logEvent.FormattedMessage,
    };

    private string Prefix(LogLevel level) => format == LogFormat.Plain ? "" : $"{Letter(level)}\t";

    private static char Letter(LogLevel level) => level.Ordinal switch
    {
        >= 4 => 'E',
        >= 2 => '1',
        1 => '2',
        _ => '3',
    };
}
