using Kappa.Configuration;
using Kappa.Secrets;

namespace Kappa.Checking;

/// <summary>Looks for secrets as a run does, and remembers where they were.</summary>
/// <param name="host">The machine; gets to know what must not be told.</param>
/// <param name="settings">Names, and where to look.</param>
internal sealed class SecretReader(ProcessHost host, SecretSettings settings)
{
    public async Task<CheckedSecret> ReadTokenAsync(CancellationToken cancel)
    {
        try
        {
            SuperuserKeychain.Check(settings, host);
        }
        catch (KappaException fault)
        {
            return new CheckedSecret(settings.TokenName) { Fault = fault };
        }

        var token = await ReadAsync(settings.TokenName, cancel);
        try
        {
            _ = token is { Found: null, Fault: null }
                ? await Stores().RequireAsync(settings.TokenName, "Kandji API token", cancel)
                : null;
            return token;
        }
        catch (KappaException missing)
        {
            return token with { Fault = missing };
        }
    }

    public async Task<CheckedSecret?> ReadWebhookAsync(CancellationToken cancel) =>
        settings.SlackWebhookName is { } name ? await ReadAsync(name, cancel) : null;

    private async Task<CheckedSecret> ReadAsync(string name, CancellationToken cancel)
    {
        var path = new FileSecretStore(host.Variable).FindPath(name);
        var secret = new CheckedSecret(name)
        {
            IsBlank = host.Variable(name) is { } value && string.IsNullOrWhiteSpace(value),
            ExposedFile = path is not null && FileModes.IsReadableByOthers(path) ? path : null,
        };
        try
        {
            var found = await Stores().LocateAsync(name, cancel);
            if (found is not null)
            {
                host.Secrets.Add(found.Secret);
            }

            return secret with { Found = found };
        }
        catch (KappaException fault)
        {
            return secret with { Fault = fault };
        }
    }

    private SecretStores Stores() => SecretStores.At(
        new Keystores(settings.EnvironmentKeystore, settings.KeychainKeystore)
            .Places(host.Variable("ENV_KEYSTORE"), host.IsMac),
        host.Variable,
        host.KeychainTool);
}
