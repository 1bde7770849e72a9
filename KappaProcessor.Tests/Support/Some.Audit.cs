using Kappa.Planning;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    public static readonly ApplicationIdentity Firefox =
        new() { AppName = "Firefox.app", BundleId = "org.mozilla.firefox", Version = "128.0" };

    public static readonly ApplicationIdentity AgentPackage = new() { PackageId = "com.acme.agent", Version = "128.0" };

    public static AuditScriptPlan AuditPlan(int delayDays = 3) =>
        new() { Template = AuditScript.BuiltInTemplate, DelayDays = delayDays };

    public static AuditScriptFacts AuditFacts(string? version, int? startedDaysAgo) => new()
    {
        AppName = "Firefox.app",
        Version = version,
        CreatedAt = startedDaysAgo is { } days ? Noon.AddDays(-days) : null,
        DelayDays = 3,
    };

    /// <summary>A file of delays, as KAPPA, kpkg and irupkg keep it.</summary>
    public static string Deferrals(string app, string version, long end) =>
        "<plist version=\"1.0\"><dict>"
            + $"<key>{app}</key><dict><key>{version}</key><integer>{end}</integer></dict></dict></plist>";

    /// <summary>A script whose deadline passed an hour before <see cref="Noon"/>.</summary>
    public static string DueAudit(ApplicationIdentity? application = null) =>
        AuditScript.Fill(AuditPlan(delayDays: 0), application ?? Firefox, Noon.AddHours(-1)).Text;
}
