using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>What an administrator should hear about how settings came to be.</summary>
internal static class SettingsNotes
{
    public static IEnumerable<Note> Of(SettingsSources sources, Settings settings) =>
    [
        .. sources.Environment.Notes,
        .. sources.Request.Notes,
        .. sources.Config.Notes,
        .. sources.Map.Notes,
        .. settings.Targets.SelectMany(target => Contradictions(target, sources.Stated)),
        .. WithoutEffect(settings, sources.Stated),
        .. SharedName(settings, sources.Config),
        .. DryRun(sources),
        Note.Reason(sources.Config.Path is { } path
            ? $"Configuration: {path}."
            : "Configuration: no file; defaults apply, and secrets may come from the environment."),
        .. Origins(sources),
    ];

    /// <summary>Enforcement and Self Service wishes that cannot both come true.</summary>
    private static IEnumerable<Note> Contradictions(AppTarget target, StatedSettings stated)
    {
        var wanted = stated.EnforcementOf(target.Variant);
        if (wanted is not null && wanted != target.Enforcement)
        {
            yield return Note.Warning(
                $"{target.Name}: a new app will be {target.Enforcement}, not {wanted}, because the category "
                + $"\"{target.Category}\" is set. With {StatedKeys.ShowInSelfService} the category would not "
                + "change that.");
        }

        if (target.Enforcement == Enforcement.SelfService && stated.ShowInSelfService is false)
        {
            yield return Note.Warning(
                $"{target.Name}: {StatedKeys.ShowInSelfService} is false and is ignored, since nobody could "
                + $"install a {target.Enforcement} app that is not shown.");
        }
    }

    /// <summary>
    /// KAPPA let a test_category change the enforcement of an app without test_name; here it says nothing
    /// about it.
    /// </summary>
    private static IEnumerable<Note> WithoutEffect(Settings settings, StatedSettings stated)
    {
        var said = stated.Describe().Select(one => one.Key).ToList();
        var hasTest = settings.Targets.Any(target => target.Variant == AppVariant.Test);
        var hasOther = settings.Targets.Any(target => target.Variant != AppVariant.Test);
        return
        [
            .. WithoutEffect(hasTest ? [] : said.Intersect(StatedKeys.OfTestApps), StatedKeys.Test.Name),
            .. WithoutEffect(hasOther ? [] : said.Intersect(StatedKeys.OfOtherApps), StatedKeys.Prod.Name),
        ];
    }

    private static IEnumerable<Note> WithoutEffect(IEnumerable<SettingKey> keys, SettingKey missing) =>
        keys.Select(key => Note.Warning($"{key} is set but has no effect, since there is no {missing}."));

    private static IEnumerable<Note> SharedName(Settings settings, ConfigFile config)
    {
        var placeholder = TargetResolver.NamePlaceholder;
        var isPattern = config.NewAppNaming?.Contains(placeholder, StringComparison.Ordinal) ?? true;
        return !isPattern && settings.Targets is [{ Variant: AppVariant.Default }]
            ? [Note.Warning(
                $"{config.Place}: {ConfigKeys.NewAppNaming} has no {placeholder} in it, so that all recipes "
                + "without names of their own update one and the same app.")]
            : [];
    }

    private static IEnumerable<Note> DryRun(SettingsSources sources)
    {
        var place = sources.Request.DryRun ? sources.Request.Place
            : sources.Config.DryRun is true ? sources.Config.Place
            : null;
        return place is null ? [] : [Note.Reason($"Dry run: {place} says so.")];
    }

    private static IEnumerable<Note> Origins(SettingsSources sources)
    {
        var own = sources.Request.Stated.Describe().ToList();
        var mapped = sources.Map.Entry?.Stated.Describe() ?? [];
        return
        [
            .. own.Select(one => Note.Reason($"{one.Key}: {one.Text} ({sources.Request.Place}).")),
            .. mapped.ExceptBy(own.Select(one => one.Key), one => one.Key)
                .Select(one => Note.Reason($"{one.Key}: {one.Text} ({sources.Map.Entry?.Place}).")),
        ];
    }
}
