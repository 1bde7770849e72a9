using Kappa.Configuration;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>
/// Whether Self Service is to show a variant's app (null: as it is now), and whether that takes looking up a
/// category.
/// </summary>
internal sealed record SelfServiceWish(bool? Show, bool NeedsCategory)
{
    /// <summary>
    /// Nobody could install an app that is neither enforced nor shown, so one for Self Service is.
    /// </summary>
    public static SelfServiceWish ForNew(AppTarget target) =>
        target.Enforcement == Enforcement.SelfService || target.ShowInSelfService == true
            ? new SelfServiceWish(true, NeedsCategory: true)
            : new SelfServiceWish(target.ShowInSelfService, NeedsCategory: false);

    /// <summary>What <see cref="Settings.UpdateSettings"/> brings to the app.</summary>
    public static SelfServiceWish ForExisting(AppTarget target, CustomApp app)
    {
        var enforcement = target.EnforcementIsStated ? target.Enforcement : app.Enforcement;
        var show = enforcement == Enforcement.SelfService
            ? WhenStated(target)
            : target.ShowInSelfService ?? WhenLeaving(app);
        var isShown = show ?? app.ShowInSelfService;
        var lacksCategory = show == true && app.SelfServiceCategoryId is null;
        return new SelfServiceWish(show, isShown && (target.Category is not null || lacksCategory));
    }

    /// <summary>The category that tells apps of one name apart; null when the variant wants none.</summary>
    public static string? CategoryOf(AppTarget target) =>
        target.Category ?? (ForNew(target).NeedsCategory ? target.FallbackCategory : null);

    private static bool? WhenStated(AppTarget target)
    {
        var isPlaced = target.Category is not null || target.ShowInSelfService == true;
        return target.EnforcementIsStated || isPlaced ? true : null;
    }

    private static bool? WhenLeaving(CustomApp app) =>
        app.Enforcement == Enforcement.SelfService ? false : null;
}
