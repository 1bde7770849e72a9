using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>What the command line of <c>kappa setup</c> says.</summary>
internal sealed record SetupOptions
{
    /// <summary>Where to write; null for the configuration in use, or the user's own.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>The folder of an older tool.</summary>
    public string? From { get; init; }

    /// <summary>Start from defaults, whatever is configured.</summary>
    public bool Reset { get; init; }

    /// <summary>No secrets, no tenant.</summary>
    public bool ConfigOnly { get; init; }

    public bool NonInteractive { get; init; }

    /// <summary>The first line of stdin is the token.</summary>
    public bool TokenFromInput { get; init; }

    /// <summary>The line after it, or the first, is the webhook.</summary>
    public bool WebhookFromInput { get; init; }

    /// <summary>The tenant is not asked about token and categories.</summary>
    public bool Unchecked { get; init; }

    public SecretPlace? Keystore { get; init; }

    /// <summary>Checked answers, by the flag of their question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
}
