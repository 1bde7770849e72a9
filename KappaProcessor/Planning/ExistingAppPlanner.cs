using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>What happens to an app that is there: its installer, its settings, both or nothing.</summary>
internal static class ExistingAppPlanner
{
    public static PlannedStep Plan(AppTarget target, CustomApp app, PlanningFacts facts)
    {
        var one = new ExistingApp(target, app, facts);
        var draft = InstallerChange(new UpdateDraft(), one);
        draft = SettingsChange.AddTo(draft, one);
        draft = AuditChange.AddTo(draft, one);
        PlanStep step = draft.Changes.Count == 0
            ? new PlanStep.Keep(target, app)
            : new PlanStep.Update(target, app, draft.Fields, draft.Changes)
            {
                WithInstaller = one.SendsInstaller,
            };

        return new PlannedStep(
            step with { Audit = draft.Audit, Category = CategoryOf(one, draft.Fields) },
            [.. draft.Notes, .. UnknownInstaller(one), .. KeptEnforcement(one)]);
    }

    private static UpdateDraft InstallerChange(UpdateDraft draft, ExistingApp one)
    {
        if (!one.SendsInstaller)
        {
            return draft;
        }

        var (old, next) = (one.App.InstallType, one.InstallType);
        draft = draft.With("installer", Words.OrNone(one.App.FileName), one.Facts.Installer.Name);
        return old == next
            ? draft
            : UnzipLocation(draft, one).Set("install type", Words.OrNone(old), next, fields =>
                fields with { InstallType = next });
    }

    private static UpdateDraft UnzipLocation(UpdateDraft draft, ExistingApp one)
    {
        var (old, next) = (one.App.UnzipLocation, one.Target.UnzipLocation);
        return one.Facts.Installer.Kind == InstallerKind.Zip
            ? draft.Set("unzip location", Words.OrNone(old), next, fields =>
                fields with { UnzipLocation = next })
            : draft;
    }

    /// <summary>Known only when the categories had to be read.</summary>
    private static string? CategoryOf(ExistingApp one, CustomAppFields fields)
    {
        var id = fields.SelfServiceCategoryId ?? one.App.SelfServiceCategoryId;
        return fields.ShowInSelfService ?? one.App.ShowInSelfService
            ? one.Facts.Categories?.FirstOrDefault(category => category.Id == id)?.Name
            : null;
    }

    private static IEnumerable<Note> UnknownInstaller(ExistingApp one)
    {
        if (one.App.Sha256 is null && InstallerDifference.MayBeSame(one.App, one.Facts.Installer))
        {
            yield return Note.Reason(
                $"'{one.Target.Name}': the tenant does not tell its installer's SHA-256; ours is uploaded.");
        }
    }

    private static IEnumerable<Note> KeptEnforcement(ExistingApp one)
    {
        var (kept, wanted) = (one.App.Enforcement, one.Target.Enforcement);
        if (one.Enforcement != kept || kept == wanted)
        {
            yield break;
        }

        var hint = one.Target.EnforcementIsStated ? " (update_settings would change it)" : "";
        var text = $"'{one.Target.Name}' keeps the enforcement that it has in Kandji, {kept}; "
            + $"{wanted} is for new apps{hint}.";
        var getsScript = kept == Enforcement.AuditEnforce && one.SendsInstaller;
        yield return one.Target.EnforcementIsStated || getsScript
            ? Note.Decision(text)
            : Note.Reason(text);
    }
}
