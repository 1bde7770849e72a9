namespace Kappa.Configuration;

/// <summary>What secrets are called, and where they may lie.</summary>
internal sealed record SecretSettings
{
    /// <summary>The name the API token is stored under.</summary>
    public string TokenName { get; init; } = Defaults.TokenName;

    /// <summary>Secrets may come from the process environment.</summary>
    public bool EnvironmentKeystore { get; init; }

    /// <summary>Secrets may come from the macOS keychain.</summary>
    public bool KeychainKeystore { get; init; }

    /// <summary>The name the Slack webhook's URL is stored under; null when Slack is off.</summary>
    public string? SlackWebhookName { get; init; }

    public static SecretSettings Of(EnvironmentOverrides environment, ConfigFile config) => new()
    {
        TokenName = (config.Exists ? config.TokenName : environment.TokenName) ?? Defaults.TokenName,
        EnvironmentKeystore = environment.EnvironmentKeystore || (config.EnvironmentKeystore ?? !config.Exists),
        KeychainKeystore = config.KeychainKeystore ?? false,
        SlackWebhookName = config.SlackEnabled is true
            ? config.SlackWebhookName ?? Defaults.SlackWebhookName
            : null,
    };
}
