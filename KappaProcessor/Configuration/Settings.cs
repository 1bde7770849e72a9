using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>
/// Everything a run needs to know, checked; made of recipe, map, environment and configuration file.
/// </summary>
internal sealed record Settings
{
    public required TenantAddress Address { get; init; }

    /// <summary>The name the API token is stored under.</summary>
    public string TokenName { get; init; } = Defaults.TokenName;

    /// <summary>Secrets may come from the process environment.</summary>
    public bool EnvironmentKeystore { get; init; }

    /// <summary>Secrets may come from the macOS keychain.</summary>
    public bool KeychainKeystore { get; init; }

    /// <summary>The name the Slack webhook's URL is stored under; null when Slack is off.</summary>
    public string? SlackWebhookName { get; init; }

    /// <summary>Prod first, then test; or one default.</summary>
    public required IReadOnlyList<AppTarget> Targets { get; init; }

    public required InstallerClaims Claims { get; init; }

    /// <summary>The id that the package map knows the installer by; null without an entry for it.</summary>
    public string? MappedId { get; init; }

    public bool AutoCreate { get; init; } = true;

    public bool DynamicLookup { get; init; }

    /// <summary>Always create, never look for an app to update.</summary>
    public bool CreateNew { get; init; }

    public bool DryRun { get; init; }

    public bool UpdateSettings { get; init; }

    public bool ForceUpload { get; init; }

    public DeadlinePolicy Deadline { get; init; } = DeadlinePolicy.PerVersion;

    public TimeSpan ProcessingTimeout { get; init; } = Defaults.ProcessingTimeout;

    /// <summary>The administrator's own audit script; null for Kappa's.</summary>
    public string? AuditScriptTemplate { get; init; }

    /// <summary>What the administrator should hear about how these came to be, warnings first.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}
