using Kappa.Configuration;
using Kappa.Publishing;
using Kappa.Reporting;
using Kappa.Secrets;
using Kappa.Tenant;
using NLog;

namespace Kappa;

/// <summary>Wires one run: who gets which clock, client and secret. No container.</summary>
internal sealed class Composition : IDisposable
{
    private readonly RestTenant tenant;
    private readonly StorageUploader storage;
    private readonly ConsoleLinks links;
    private readonly HttpClient? slack;

    private Composition(Settings settings, RunSecrets secrets, ProcessHost host, ILogger log)
    {
        var access = new TenantAccess(settings.Address, secrets.Token, settings.ProcessingTimeout);
        tenant = new RestTenant(access, host.Clock, log);
        storage = new StorageUploader(settings.Address, host.Clock, log);
        links = new ConsoleLinks(settings.Address, host.Clock, log);
        slack = secrets.Webhook is null ? null : SlackNotifier.NewClient(secrets.Webhook);

        var outcomes = new OutcomeWriter(links, log);
        var installers = new InstallerPublisher(tenant, storage, host.Clock, log)
        {
            Progress = host.Progress,
        };
        Facts = new FactsReader(tenant, host.Clock) { Progress = host.Progress };
        DryRun = new DryRun(outcomes, host.Clock, log);
        Publisher = new Publisher(tenant, installers, outcomes, host.Clock, log);
        Slack = slack is null ? null : new SlackNotifier(slack, secrets.Webhook!, host.Clock, log);
    }

    public ITenant Tenant => tenant;

    public FactsReader Facts { get; }

    public DryRun DryRun { get; }

    public Publisher Publisher { get; }

    /// <summary>Null when Slack is off.</summary>
    public SlackNotifier? Slack { get; }

    /// <summary>Requests sent to the API so far.</summary>
    public int Calls => tenant.Calls;

    /// <exception cref="KappaException">The token is nowhere to be found.</exception>
    public static async Task<Composition> ConnectAsync(
        Settings settings, ProcessHost host, ILogger log, CancellationToken cancel)
    {
        var keystores = new Keystores(settings.EnvironmentKeystore, settings.KeychainKeystore);
        var places = keystores.Places(host.Variable("ENV_KEYSTORE"), host.IsMac);
        var stores = SecretStores.At(places, host.Variable, host.Keychain);
        var secrets = await RunSecrets.ReadAsync(settings, stores, host.Secrets, log, cancel);
        return new Composition(settings, secrets, host, log);
    }

    public void Dispose()
    {
        tenant.Dispose();
        storage.Dispose();
        links.Dispose();
        slack?.Dispose();
    }
}
