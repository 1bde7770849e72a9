using Kappa.Configuration;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>What an administrator is told when several apps may be the one.</summary>
internal static class DuplicatesProblem
{
    public static KappaException For(AppTarget target, IReadOnlyList<CustomApp> apps, Settings settings)
    {
        var list = string.Join("; ", apps.Select(Describe));
        return apps.All(app => app.Name == target.Name)
            ? new KappaException(
                $"{apps.Count} Custom Apps are named '{target.Name}', and nothing tells them apart: {list}.",
                Remedy(target, settings))
            : new KappaException(
                $"No Custom App is named '{target.Name}', and {apps.Count} fit equally well by installer: "
                    + $"{list}.",
                $"Name the one that is meant '{target.Name}' in Kandji, or give its name in recipe or map.");
    }

    private static string Describe(CustomApp app) =>
        $"'{app.Name}', created {Time(app.CreatedAt)}, installer {Words.OrNone(app.FileName)} of "
        + $"{Time(app.FileUpdated)}, id {app.Id}";

    private static string Remedy(AppTarget target, Settings settings)
    {
        var category = target.Variant == AppVariant.Test ? "test_category" : "ss_category";
        var lookup = settings.DynamicLookup ? "" : ", or turn on zz_defaults.dynamic_lookup";
        return "Rename or delete all but one in Kandji, or show exactly one in Self Service in a category of "
            + $"its own and name that as {category}{lookup}.";
    }

    private static string Time(DateTimeOffset? time) =>
        time is { } known ? Words.Time(known) : "at an unknown time";
}
