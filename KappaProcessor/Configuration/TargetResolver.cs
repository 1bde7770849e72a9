using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>Which Custom Apps a run maintains, and what is wanted of each.</summary>
internal static class TargetResolver
{
    /// <summary>What <see cref="ConfigFile.NewAppNaming"/> has for the recipe's NAME.</summary>
    public const string NamePlaceholder = "APPNAME";

    /// <summary>Prod, then test, or the one default.</summary>
    public static IReadOnlyList<AppTarget> Resolve(SettingsSources sources, SettingsProblems problems)
    {
        var names = Names(sources).ToList();
        if (names is [var prod, var test] && prod.Name == test.Name)
        {
            problems.Add(new SettingProblem(
                sources.Request.Place,
                "test_name",
                $"is '{test.Name}', the same as prod_name",
                "Give the test app a name of its own, or leave one of them out."));
        }

        if (names is [(AppVariant.Default, var name)] && AppNameRule.Check(name) is { } objection)
        {
            problems.Add(new SettingProblem(
                sources.Config.Place, ConfigKeys.NewAppNaming.Name, objection.Fault, objection.Remedy));
        }

        return [.. names.Select(one => Resolve(one.Variant, one.Name, sources))];
    }

    private static IEnumerable<(AppVariant Variant, string Name)> Names(SettingsSources sources)
    {
        var stated = sources.Stated;
        if (stated.Prod.Name is { } prod)
        {
            yield return (AppVariant.Prod, prod);
        }

        if (stated.Test.Name is { } test)
        {
            yield return (AppVariant.Test, test);
        }

        if (!stated.NamesApps)
        {
            var pattern = sources.Config.NewAppNaming ?? Defaults.NewAppNaming;
            var name = pattern.Replace(NamePlaceholder, sources.Request.Name, StringComparison.Ordinal);
            yield return (AppVariant.Default, name);
        }
    }

    private static AppTarget Resolve(AppVariant variant, string name, SettingsSources sources)
    {
        var (stated, config) = (sources.Stated, sources.Config);
        var own = stated.Of(variant);
        var statedEnforcement = StatedEnforcement(variant, stated);
        var enforcement = statedEnforcement ?? config.Enforcement ?? Defaults.Enforcement;

        return new AppTarget(variant, name)
        {
            Enforcement = enforcement,
            EnforcementIsStated = statedEnforcement is not null,
            Category = own.Category,
            FallbackCategory = config.CategoryOf(variant) ?? Defaults.CategoryOf(variant),
            ShowInSelfService = enforcement == Enforcement.SelfService ? null : stated.ShowInSelfService,
            DelayDays = own.DelayDays ?? config.DelayOf(variant) ?? Defaults.DelayDays,
            DelayIsStated = own.DelayDays is not null,
            Blueprints = own.Blueprints ?? [],
            PreinstallScript = sources.Scripts.Preinstall,
            PostinstallScript = sources.Scripts.Postinstall,
            Restart = stated.Restart,
            Active = stated.Active,
            SelfServiceRecommended = stated.SelfServiceRecommended,
            UnzipLocation = stated.UnzipLocation ?? config.UnzipLocation ?? Defaults.UnzipLocation,
            UnzipLocationIsStated = stated.UnzipLocation is not null,
        };
    }

    /// <summary>
    /// A category alone says Self Service; with show_in_self_service it only says where the app is shown.
    /// </summary>
    private static Enforcement? StatedEnforcement(AppVariant variant, StatedSettings stated) =>
        stated.Of(variant).Category is not null && stated.ShowInSelfService is not true
            ? Enforcement.SelfService
            : stated.EnforcementOf(variant);
}
