using Kappa.Tenant.Models;

namespace Kappa.Checking;

/// <summary>Custom Apps that share a name.</summary>
internal static class DuplicateNames
{
    public static IReadOnlyList<IReadOnlyList<CustomApp>> In(Library? library) =>
    [
        .. (library?.Apps ?? [])
            .GroupBy(app => app.Name, StringComparer.Ordinal)
            .Where(apps => apps.Count() > 1)
            .OrderBy(apps => apps.Key, StringComparer.OrdinalIgnoreCase)
            .Select(apps => apps.ToList()),
    ];
}
