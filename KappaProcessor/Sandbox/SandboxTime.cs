using System.Globalization;

namespace Kappa.Sandbox;

/// <summary>Time stamps as Django writes them: microseconds, left out when they are zero.</summary>
internal static class SandboxTime
{
    /// <summary>Cut to what an answer can say, so that a tenant remembers what it answered.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset time) => new(
        time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static DateTimeOffset ToSeconds(DateTimeOffset time) => new(
        time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(
        time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.ffffffZ",
        CultureInfo.InvariantCulture);
}
