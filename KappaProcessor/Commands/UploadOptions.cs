using Kappa.Tenant.Models;

namespace Kappa.Commands;

/// <summary>What <c>kappa upload</c> was asked for; null where nobody said.</summary>
internal sealed record UploadOptions
{
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Homebrew's names for them.</summary>
    public IReadOnlyList<string> Casks { get; init; } = [];

    /// <summary>The casks of the schedule's list, instead of any that are named.</summary>
    public bool Scheduled { get; init; }

    public string? Name { get; init; }

    public string? TestName { get; init; }

    public string? Category { get; init; }

    public string? TestCategory { get; init; }

    public string? UnzipLocation { get; init; }

    public Enforcement? Enforcement { get; init; }

    public IReadOnlyList<string> Blueprints { get; init; } = [];

    public bool CreateNew { get; init; }

    public bool DryRun { get; init; }

    public bool Force { get; init; }

    /// <summary>Say everything, for a report of a bug.</summary>
    public bool Debug { get; init; }

    /// <summary>Print the results as a JSON array.</summary>
    public bool Json { get; init; }

    public string? ConfigFile { get; init; }
}
