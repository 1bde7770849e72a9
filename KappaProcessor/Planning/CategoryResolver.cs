using Kappa.Configuration;
using Kappa.Matching;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>
/// A variant's Self Service category: the one that recipe or map name, or else the configured one.
/// </summary>
internal static class CategoryResolver
{
    /// <exception cref="KappaException">
    /// The tenant has neither the named category nor the configured one.
    /// </exception>
    public static CategoryChoice Resolve(AppTarget target, IReadOnlyList<SelfServiceCategory> categories)
    {
        if (Find(target.Category ?? target.FallbackCategory, categories) is { } wanted)
        {
            return new CategoryChoice(wanted, []);
        }

        if (target.Category is null || Find(target.FallbackCategory, categories) is not { } fallback)
        {
            throw NoneKnown(target, categories);
        }

        return new CategoryChoice(fallback, [Note.Warning(
            $"'{target.Name}': the tenant has no Self Service category '{target.Category}'"
            + $"{Nearest(target.Category, categories)}; the configured '{fallback.Name}' is used.")]);
    }

    /// <summary>By name, exactly or else ignoring case; null when the tenant has no such category.</summary>
    public static SelfServiceCategory? Find(string name, IReadOnlyList<SelfServiceCategory> categories) =>
        categories.FirstOrDefault(one => one.Name == name)
        ?? categories.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Nearest(string name, IReadOnlyList<SelfServiceCategory> categories)
    {
        var nearest = NearestNames.Of(name, categories.Select(one => one.Name));
        return nearest.Count == 0 ? "" : $" (nearest: {string.Join(", ", nearest)})";
    }

    private static KappaException NoneKnown(AppTarget target, IReadOnlyList<SelfServiceCategory> categories)
    {
        var missing = target.Category is null
            ? $"'{target.FallbackCategory}', the configured one"
            : $"'{target.Category}', nor the configured '{target.FallbackCategory}'";
        var names = categories.Select(one => one.Name).Order(StringComparer.OrdinalIgnoreCase);
        var known = categories.Count == 0 ? "It has none at all" : $"It has: {string.Join(", ", names)}";
        var (key, configured) = target.Variant == AppVariant.Test
            ? ("test_category", "test_self_service_category")
            : ("ss_category", "self_service_category");
        return new KappaException(
            $"'{target.Name}': the tenant has no Self Service category {missing}. {known}.",
            $"Set {key} in the recipe or the recipe map, or zz_defaults.{configured} in config.json, to one "
                + "of the tenant's.");
    }
}
