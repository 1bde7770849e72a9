using System.Globalization;
using Kappa.Configuration;
using Kappa.Installers;

namespace Kappa.Planning;

/// <summary>
/// From when a version's days count. A deadline belongs to a version; a new one starts a new clock.
/// </summary>
internal sealed record EnforcementClock(DateTimeOffset StartedAt, int DelayDays, Note Note)
{
    public static EnforcementClock Start(AuditScriptPlan plan, string version, DateTimeOffset now)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        if (plan.Current is not { Version: { } enforced, CreatedAt: { } startedAt })
        {
            return At(second, plan, "");
        }

        // A version spelt otherwise in the tenant's script is no new version when the file is the same.
        if (plan.SameInstaller || LooseVersion.Order(version, enforced) == 0)
        {
            return At(Earlier(startedAt, second), plan, ": the clock of this version is running already");
        }

        var runningDeadline = startedAt.AddDays(plan.Current.DelayDays ?? plan.DelayDays);
        var keepsDeadline = plan.Deadline == DeadlinePolicy.FirstUnmet
            && runningDeadline > second
            && runningDeadline < second.AddDays(plan.DelayDays);
        return keepsDeadline
            ? At(runningDeadline.AddDays(-plan.DelayDays), plan, $": the deadline of {enforced} is running and holds")
            : At(second, plan, "");
    }

    /// <summary>A script from a machine whose clock was ahead does not push its deadline out.</summary>
    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static EnforcementClock At(DateTimeOffset startedAt, AuditScriptPlan plan, string why)
    {
        var deadline = startedAt.AddDays(plan.DelayDays)
            .ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return new EnforcementClock(startedAt, plan.DelayDays, Note.Decision($"enforced from {deadline} on{why}"));
    }
}
