using System.Globalization;

namespace Kappa;

/// <summary>How far something has come, in words and as a bar.</summary>
internal static class ProgressText
{
    private const int LongestBar = 30;
    private const int ShortestBar = 8;
    private const string Green = "\u001B[32m";
    private const string NoColor = "\u001B[0m";

    /// <summary>
    /// One line of a terminal: <c>Uploading Firefox.pkg ━━━━━───── 45 %  135.0 of 300.0 MB, 42.1 MB/s, 0:04
    /// left</c>, or as much of it as there is room for.
    /// </summary>
    public static string Bar(TransferProgress progress, TransferRate rate, int width, bool hasColors)
    {
        var deed = PrintableText.Of(progress.Deed);
        var figures = Figures(progress, rate);

        // The last column stays free: a full line makes some terminals start another.
        var room = width - 1 - figures.Length - 2;
        if (room < ShortestBar + 2 || progress.Total is not > 0)
        {
            return Cut($"{deed} {figures}", width - 1);
        }

        deed = Cut(deed, room - ShortestBar - 1);
        var length = Math.Min(LongestBar, room - deed.Length - 1);
        var done = (int)(length * progress.Done / progress.Total.Value);
        var bar = new string('━', done);
        var rest = new string('─', length - done);
        return $"{deed} {(hasColors ? $"{Green}{bar}{NoColor}" : bar)}{rest} {figures}";
    }

    /// <summary>One line of a log.</summary>
    public static string Line(TransferProgress progress, TransferRate rate) =>
        $"{progress.Deed}: {Figures(progress, rate).TrimStart()}.";

    /// <summary><c>0:04</c>, <c>2:03:04</c>.</summary>
    public static string Duration(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}" : time.Minutes)}:{time.Seconds:00}");

    private static string Figures(TransferProgress progress, TransferRate rate)
    {
        var speed = rate.Speed is { } bytes ? $", {Bytes(bytes)}/s" : "";
        var left = rate.TimeLeft(progress) is { } time ? $", {Duration(time)} left" : "";
        return progress.Total is > 0 and var total
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{100 * progress.Done / total,3} %, {Bytes(progress.Done)} of {Bytes(total)}{speed}{left}")
            : $"{Bytes(progress.Done)}{speed}";
    }

    /// <summary>In the units that the Finder counts in, thousands.</summary>
    private static string Bytes(double count) => count switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e3:0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1e9:0.00} GB"),
    };

    private static string Cut(string text, int width) =>
        text.Length <= width ? text : width < 2 ? "" : $"{text[..(width - 1)]}…";
}
