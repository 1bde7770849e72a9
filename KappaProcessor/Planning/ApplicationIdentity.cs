namespace Kappa.Planning;

/// <summary>
/// What an audit script looks for on a Mac: an application by name and bundle id, or a receipt by package id;
/// and the version it enforces. Values that are unknown are null.
/// </summary>
internal sealed record ApplicationIdentity
{
    public string? AppName { get; init; }

    public string? BundleId { get; init; }

    /// <summary>Only when there is no application.</summary>
    public string? PackageId { get; init; }

    public string? Version { get; init; }

    /// <summary>Disagreements between recipe and installer, for the administrator.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}
