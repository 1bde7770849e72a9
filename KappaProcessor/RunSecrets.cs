using Kappa.Configuration;
using Kappa.Secrets;
using NLog;

namespace Kappa;

/// <summary>The secrets of one run.</summary>
/// <param name="Token">Of the tenant's API.</param>
/// <param name="Webhook">Slack's; null when Slack is off or nobody stored one.</param>
internal sealed record RunSecrets(Secret Token, Secret? Webhook)
{
    /// <exception cref="KappaException">The token is nowhere to be found, or either cannot be what it should
    /// be.</exception>
    public static async Task<RunSecrets> ReadAsync(
        Settings settings, SecretStores stores, KnownSecrets known, ILogger log, CancellationToken cancel)
    {
        var token = known.Add(await stores.RequireAsync(settings.TokenName, "Kandji API token", cancel));
        if (settings.SlackWebhookName is not { } name || settings.DryRun)
        {
            return new RunSecrets(token, null);
        }

        var webhook = await stores.FindAsync(name, cancel);
        if (webhook is null)
        {
            log.Warn("Slack is enabled, but no webhook is stored under {0}; nothing will be posted.", name);
            return new RunSecrets(token, null);
        }

        return new RunSecrets(token, known.Add(webhook));
    }
}
