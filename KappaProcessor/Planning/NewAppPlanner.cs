using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>A new app and everything that recipe, map and configuration want of it.</summary>
internal static class NewAppPlanner
{
    public static PlannedStep Plan(AppTarget target, PlanningFacts facts)
    {
        var wish = SelfServiceWish.ForNew(target);
        var choice = wish.NeedsCategory ? CategoryResolver.Resolve(target, facts.NeededCategories) : null;
        var blueprints = target.Blueprints.Count == 0
            ? []
            : BlueprintResolver.Resolve(target.Blueprints, facts.NeededBlueprints);
        var fields = Fields(target, facts.Installer) with
        {
            ShowInSelfService = wish.Show,
            SelfServiceCategoryId = choice?.Category.Id,
        };
        var step = new PlanStep.Create(target, fields, blueprints)
        {
            Audit = target.Enforcement == Enforcement.AuditEnforce ? AuditChange.Script(target, facts) : null,
            Category = choice?.Category.Name,
        };

        return new PlannedStep(step, [.. choice?.Notes ?? [], .. HiddenButForSelfService(target)]);
    }

    private static CustomAppFields Fields(AppTarget target, InstallerFile installer) => new()
    {
        Name = target.Name,
        InstallType = installer.Kind.ApiWord(),
        Enforcement = target.Enforcement,
        UnzipLocation = installer.Kind == InstallerKind.Zip ? target.UnzipLocation : null,
        PreinstallScript = target.PreinstallScript,
        PostinstallScript = target.PostinstallScript,
        SelfServiceRecommended = target.SelfServiceRecommended,
        Active = target.Active,
        Restart = target.Restart,
    };

    private static IEnumerable<Note> HiddenButForSelfService(AppTarget target)
    {
        if (target.ShowInSelfService == false && target.Enforcement == Enforcement.SelfService)
        {
            yield return Note.Warning(
                $"'{target.Name}' is installed from Self Service alone, so it is shown there although "
                + "show_in_self_service is false.");
        }
    }
}
