using Kappa.Configuration;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Secrets;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Commands;

/// <summary>What <c>kappa setup</c> has seen of a tenant.</summary>
/// <param name="Apps">How many Custom Apps there are.</param>
/// <param name="Categories">Of Self Service.</param>
internal sealed record SetupTenant(long Apps, IReadOnlyList<SelfServiceCategory> Categories)
{
    /// <summary>Somebody waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public IEnumerable<string> Names => Categories
        .Select(category => PrintableText.Of(category.Name))
        .Order(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="TenantException">It refuses the token, or cannot be reached.</exception>
    public static async Task<SetupTenant> ReadAsync(
        TenantAddress address, Secret token, ProcessHost host, CancellationToken cancel)
    {
        var access = new TenantAccess(address, token, Defaults.ProcessingTimeout) { RetryBudget = Patience };
        using var tenant = new RestTenant(access, host.Clock, LogManager.CreateNullLogger());
        var library = await tenant.ReadLibraryStartAsync(cancel);
        return new SetupTenant(library.Count, await tenant.ReadCategoriesAsync(cancel));
    }

    /// <summary>Null for a category that it has, or when it has none at all.</summary>
    public Objection? CheckCategory(string name)
    {
        if (Categories.Count == 0 || CategoryResolver.Find(name, Categories) is not null)
        {
            return null;
        }

        var nearest = NearestNames.Of(name, Names);
        return new Objection(
            $"is '{name}', a category that the tenant does not have",
            nearest.Count > 0
                ? $"Nearest: {string.Join(", ", nearest)}."
                : $"It has {string.Join(", ", Names)}.");
    }
}
