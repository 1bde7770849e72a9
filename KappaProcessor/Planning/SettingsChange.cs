using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>
/// What <see cref="Settings.UpdateSettings"/> changes: all that recipe or map state and the app has
/// differently.
/// </summary>
internal static class SettingsChange
{
    public static UpdateDraft AddTo(UpdateDraft draft, ExistingApp one)
    {
        if (!one.UpdatesSettings)
        {
            return draft;
        }

        draft = Enforcement(draft, one);
        draft = SelfService(draft, one);
        draft = Flags(draft, one);
        draft = Scripts(draft, one);
        return UnzipLocation(draft, one);
    }

    private static UpdateDraft Enforcement(UpdateDraft draft, ExistingApp one)
    {
        var (old, next) = (one.App.Enforcement, one.Enforcement);
        return old == next
            ? draft
            : draft.Set("enforcement", old.ConfigWord, next.ConfigWord, fields =>
                fields with { Enforcement = next });
    }

    private static UpdateDraft SelfService(UpdateDraft draft, ExistingApp one)
    {
        var wish = SelfServiceWish.ForExisting(one.Target, one.App);
        draft = draft.Set("show in Self Service", one.App.ShowInSelfService, wish.Show, fields =>
            fields with { ShowInSelfService = wish.Show });
        if (wish.NeedsCategory)
        {
            var choice = CategoryResolver.Resolve(one.Target, one.Facts.NeededCategories);
            draft = Category(draft, one, choice.Category).Say(choice.Notes);
        }

        // Kandji wants a category with every show_in_self_service=true, also the one that the app has.
        var present = draft.Fields.ShowInSelfService == true ? one.App.SelfServiceCategoryId : null;
        var category = draft.Fields.SelfServiceCategoryId ?? present;
        return draft with { Fields = draft.Fields with { SelfServiceCategoryId = category } };
    }

    private static UpdateDraft Category(UpdateDraft draft, ExistingApp one, SelfServiceCategory next)
    {
        var id = one.App.SelfServiceCategoryId;
        var old = one.Facts.NeededCategories.FirstOrDefault(category => category.Id == id)?.Name;
        return id == next.Id
            ? draft
            : draft.Set("category", old ?? id ?? Words.None, next.Name, fields =>
                fields with { SelfServiceCategoryId = next.Id });
    }

    private static UpdateDraft Flags(UpdateDraft draft, ExistingApp one)
    {
        // Kandji tells the recommendation only of apps that are shown.
        var isShown = draft.Fields.ShowInSelfService ?? one.App.ShowInSelfService;
        var recommended = isShown ? one.Target.SelfServiceRecommended : null;
        return draft
            .Set("recommended", one.App.SelfServiceRecommended, recommended, fields =>
                fields with { SelfServiceRecommended = recommended })
            .Set("active", one.App.Active, one.Target.Active, fields =>
                fields with { Active = one.Target.Active })
            .Set("restart", one.App.Restart, one.Target.Restart, fields =>
                fields with { Restart = one.Target.Restart });
    }

    private static UpdateDraft Scripts(UpdateDraft draft, ExistingApp one)
    {
        var (before, after) = (one.Target.PreinstallScript, one.Target.PostinstallScript);
        if (before is not null && Differs(one.App.PreinstallScript, before))
        {
            var old = Words.Script(one.App.PreinstallScript);
            draft = draft.Set("preinstall script", old, Words.Script(before), fields =>
                fields with { PreinstallScript = before });
        }

        if (after is not null && Differs(one.App.PostinstallScript, after))
        {
            var old = Words.Script(one.App.PostinstallScript);
            draft = draft.Set("postinstall script", old, Words.Script(after), fields =>
                fields with { PostinstallScript = after });
        }

        return draft;
    }

    /// <summary>
    /// A tenant may keep a script with other line ends, or without the last: that is the same script.
    /// </summary>
    private static bool Differs(string present, string wanted) =>
        present.ReplaceLineEndings("\n").TrimEnd() != wanted.ReplaceLineEndings("\n").TrimEnd();

    private static UpdateDraft UnzipLocation(UpdateDraft draft, ExistingApp one)
    {
        var (old, next) = (one.App.UnzipLocation, one.Target.UnzipLocation);
        var isAskedFor = one.Target.UnzipLocationIsStated && one.InstallType == InstallerKind.Zip.ApiWord();
        return !isAskedFor || old == next || draft.Fields.UnzipLocation is not null
            ? draft
            : draft.Set("unzip location", Words.OrNone(old), next, fields =>
                fields with { UnzipLocation = next });
    }
}
