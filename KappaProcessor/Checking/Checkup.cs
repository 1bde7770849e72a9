using Kappa.Configuration;
using Kappa.Installers.Images;
using Kappa.Tenant;
using NLog;

namespace Kappa.Checking;

/// <summary>Everything that a run depends on, looked at in turn. Nothing changes in the tenant.</summary>
internal sealed class Checkup(ProcessHost host, ILogger log)
{
    /// <param name="recipes">Names or paths of recipes and overrides to look at as well.</param>
    /// <param name="configFile">Named on the command line; null when none is.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(
        IReadOnlyList<string> recipes, string? configFile, CancellationToken cancel)
    {
        var surroundings = host.Surroundings(configFile, hasRecipe: recipes.Count > 0);
        var autopkg = await AutoPkgReader.ReadAsync(host, cancel);
        var read = ConfigurationReader.Read(surroundings, autopkg.PreferredApiUrl);
        var shim = await ShimReader.ReadAsync(surroundings, autopkg, cancel);
        var asked = await ReadRecipesAsync(recipes, autopkg, read, cancel);
        var address = AddressCheck.Of(
            read, asked.Find(one => one.Request?.ApiUrl is not null)?.Request ?? new RunRequest { Name = "" });

        var secrets = SecretSettings.Of(read.Environment, read.Config);
        var keychain = await KeychainReader.ReadAsync(secrets.KeychainKeystore, host, cancel);
        var obstacle = read.Fault is not null ? "the configuration cannot be read"
            : keychain.Fault is not null ? "the keychain cannot be used"
            : null;
        var (token, webhook) = await ReadSecretsAsync(obstacle, secrets, cancel);

        CheckedSettings[] wanted =
        [
            .. new[] { read.Plain }.Concat(asked.Select(one => one.Settings)).OfType<CheckedSettings>(),
            .. read.RecipeMap?.Entries ?? [],
            .. read.PackageMap?.Entries ?? [],
        ];
        var tenant = await ReadTenantAsync(address, token, wanted, cancel);

        ICheck[] checks =
        [
            new ConfigurationCheck(read),
            new MapCheck("Recipe map", ConfigKeys.UseRecipeMap, read, read.RecipeMap),
            new MapCheck("Package map", ConfigKeys.UsePackageMap, read, read.PackageMap),
            .. asked.Select(recipe => new RecipeCheck(recipe, read)),
            address,
            new TokenCheck(token, obstacle),
            new WebhookCheck(webhook, obstacle),
            new ConnectionCheck($"{address.Resolved?.Address}", tenant),
            new PermissionCheck(tenant),
            new CategoryCheck(read.Config, wanted, tenant),
            new BlueprintCheck(wanted, tenant),
            new MatchingCheck(wanted, tenant),
            shim,
            autopkg with { ShimFolder = shim.Folder },
            read.Fault is null
                ? BrewCheck.Of(surroundings)
                : new BrewCheck(null, null) { Obstacle = "the configuration cannot be read" },
            new DiskImageCheck(DiskImageTools.FindPath(host.IsMac, host.Variable)),
            keychain,
            FolderReader.ReadLocks(host),
            FolderReader.ReadLogs(host),
        ];
        return [.. checks.SelectMany(check => check.Judge())];
    }

    private static async Task<List<CheckedRecipe>> ReadRecipesAsync(
        IReadOnlyList<string> recipes, AutoPkgCheck autopkg, CheckedConfiguration read, CancellationToken cancel)
    {
        var reader = new RecipeReader(autopkg.Fault is null ? autopkg.Program : null, read);
        List<CheckedRecipe> found = [];
        foreach (var recipe in recipes)
        {
            found.Add(await reader.ReadAsync(recipe, cancel));
        }

        return found;
    }

    private async Task<(CheckedSecret? Token, CheckedSecret? Webhook)> ReadSecretsAsync(
        string? obstacle, SecretSettings settings, CancellationToken cancel)
    {
        var reader = new SecretReader(host, settings);
        return obstacle is null
            ? (await reader.ReadTokenAsync(cancel), await reader.ReadWebhookAsync(cancel))
            : (null, null);
    }

    private async Task<CheckedTenant> ReadTenantAsync(
        AddressCheck address, CheckedSecret? token, IReadOnlyList<CheckedSettings> wanted, CancellationToken cancel)
    {
        if (address.Resolved is not { } resolved)
        {
            return new CheckedTenant { Obstacle = "no tenant is known" };
        }

        return token?.Found is { } found
            ? await TenantReader.ReadAsync(
                new TenantAccess(resolved.Address, found.Secret, Defaults.ProcessingTimeout),
                BlueprintCheck.IsNeeded(wanted),
                host.Clock,
                log,
                cancel)
            : new CheckedTenant { Obstacle = "there is no token to ask with" };
    }
}
