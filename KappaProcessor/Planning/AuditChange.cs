using Kappa.Configuration;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>
/// The audit script of an app that is, or is to be, continuously enforced: a fresh one with a new installer
/// and when its delay changes; none over a script that somebody wrote by hand.
/// </summary>
internal static class AuditChange
{
    public static UpdateDraft AddTo(UpdateDraft draft, ExistingApp one)
    {
        if (one.Enforcement != Enforcement.AuditEnforce)
        {
            return draft;
        }

        if (string.IsNullOrWhiteSpace(one.App.AuditScript))
        {
            return AddFirst(draft, one);
        }

        if (AuditScriptFacts.TryRead(one.App.AuditScript) is not { } current)
        {
            return LeaveHandWritten(draft, one);
        }

        // What an app that was not audited still carries has enforced nothing of late: its clock starts anew.
        return one.StartsToAudit ? AddFirst(draft, one) : AddNext(draft, one, current);
    }

    /// <summary>For a new app, or for one whose present script is <paramref name="current"/>.</summary>
    public static AuditScriptPlan Script(
        AppTarget target, PlanningFacts facts, AuditScriptFacts? current = null) => new()
        {
            Template = facts.AuditTemplate,
            DelayDays = target.DelayDays,
            Current = current,
            Deadline = facts.Settings.Deadline,
        };

    private static UpdateDraft AddFirst(UpdateDraft draft, ExistingApp one)
    {
        if (!one.SendsInstaller && !one.UpdatesSettings)
        {
            return draft;
        }

        var script = Script(one.Target, one.Facts);
        return draft.With("delay", Words.None, Words.Days(script.DelayDays)) with { Audit = script };
    }

    private static UpdateDraft AddNext(UpdateDraft draft, ExistingApp one, AuditScriptFacts current)
    {
        var isNewDelay = current.DelayDays != one.Target.DelayDays;
        var isAskedFor = one.UpdatesSettings && one.Target.DelayIsStated && isNewDelay;
        if (!one.SendsInstaller && !isAskedFor)
        {
            return draft;
        }

        var script = Script(one.Target, one.Facts, current) with { SameInstaller = !one.SendsInstaller };
        draft = draft with { Audit = script };
        var old = current.DelayDays is { } days ? Words.Days(days) : "unknown";
        return isNewDelay ? draft.With("delay", old, Words.Days(script.DelayDays)) : draft;
    }

    private static UpdateDraft LeaveHandWritten(UpdateDraft draft, ExistingApp one)
    {
        var isAskedFor = one.StartsToAudit || (one.UpdatesSettings && one.Target.DelayIsStated);
        if (!one.SendsInstaller && !isAskedFor)
        {
            return draft;
        }

        // Kandji wants a script along with continuously_enforce, so the present one is sent back as it is.
        var script = one.StartsToAudit ? one.App.AuditScript : null;
        return (draft with { Fields = draft.Fields with { AuditScript = script } }).Say(Note.Warning(
            $"'{one.Target.Name}': its audit script in Kandji was not made by Kappa or its predecessors, so "
            + "it is left as it is; bring it in line with this change by hand."));
    }
}
