using Kappa.Configuration;
using Kappa.Tenant.Models;

namespace Kappa.Publishing;

/// <summary>What happened to one variant, as the tenant answered it, never as it was intended.</summary>
internal sealed record Outcome(AppTarget Target, OutcomeAction Action)
{
    /// <summary>One sentence for the administrator.</summary>
    public required string Message { get; init; }

    /// <summary>The app as the tenant last told it; null where there is none.</summary>
    public CustomApp? App { get; init; }

    /// <summary>The app's page in the web console; null where there is no app.</summary>
    public Uri? Link { get; init; }

    /// <summary>What the app is enforced with, or would be.</summary>
    public Enforcement? Enforcement { get; init; }

    /// <summary>The Self Service category's name, where the run knows it.</summary>
    public string? Category { get; init; }

    /// <summary>The version that the installer brings, where the run knows it.</summary>
    public string? Version { get; init; }

    /// <summary>Lower-case hex, of the installer that the app serves.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The Blueprints that the app was put into, or would be.</summary>
    public IReadOnlyList<string> Blueprints { get; init; } = [];

    /// <summary>What went wrong; null unless the action is <see cref="OutcomeAction.Failed"/>.</summary>
    public KappaException? Problem { get; init; }

    /// <summary>The variant failed, and yet the tenant is not what it was before.</summary>
    public bool LeftChanges { get; init; }

    /// <summary>The tenant is not what it was before.</summary>
    public bool IsChange => Action.IsChange() || LeftChanges;

    /// <summary>There is an app that this run has made.</summary>
    public bool IsCreation { get; init; }

    /// <summary>The apps of one name that nothing told apart, each with its page.</summary>
    public IReadOnlyList<LinkedApp> Duplicates { get; init; } = [];
}

/// <summary>An app and its page in the web console.</summary>
internal sealed record LinkedApp(CustomApp App, Uri Link);
