using Kappa.Configuration;

namespace Kappa.Planning;

/// <summary>
/// When Macs have to have the version, as far as a plan knows before the installer has been read.
/// </summary>
internal static class DeadlineText
{
    public static string? Of(AuditScriptPlan? audit, DateTimeOffset now) => audit switch
    {
        null => null,
        { Current.CreatedAt: { } start } => Next(audit, start, now),
        _ => Words.Time(now.AddDays(audit.DelayDays)),
    };

    private static string Next(AuditScriptPlan audit, DateTimeOffset start, DateTimeOffset now)
    {
        var old = start.AddDays(audit.Current?.DelayDays ?? audit.DelayDays);
        var text = $"{Words.Time(old)} for {audit.Current?.Version ?? "an unknown version"}";
        return audit switch
        {
            { SameInstaller: true } => $"{text} → {Words.Time(start.AddDays(audit.DelayDays))}",
            { Deadline: DeadlinePolicy.FirstUnmet } when old > now => $"{text}, kept for a new version",
            _ => $"{text} → {Words.Time(now.AddDays(audit.DelayDays))} for a new version",
        };
    }
}
