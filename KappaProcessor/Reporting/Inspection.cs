using Kappa.Installers;

namespace Kappa.Reporting;

/// <summary>What came of looking at one file: what it is, or why that cannot be told.</summary>
/// <param name="Path">As it was given.</param>
internal sealed record Inspection(string Path)
{
    public InstallerFile? File { get; init; }

    public InstallerMetadata Metadata { get; init; } = new();

    /// <summary>Lower-case hex; null when it was not asked for.</summary>
    public string? Sha256 { get; init; }

    public KappaException? Problem { get; init; }

    /// <summary>All that is known, in the order in which it is shown.</summary>
    public IReadOnlyList<InspectionField> Fields =>
    [
        .. new InspectionField[]
        {
            new("file", Path),
            new("kind", File?.Kind.ApiWord()),
            new("app_name", Metadata.AppName, Source(nameof(Metadata.AppName))),
            new("bundle_id", Metadata.BundleId, Source(nameof(Metadata.BundleId))),
            new("version", Metadata.AppVersion, Source(nameof(Metadata.AppVersion))),
            new("installed_size", Metadata.InstalledSize),
            new("package_inside", Metadata.InnerPackage),
            new("package_id", Metadata.PackageId, Source(nameof(Metadata.PackageId))),
            new("package_version", Metadata.PackageVersion, Source(nameof(Metadata.PackageVersion))),
            new("size", File?.Size),
            new("sha256", Sha256),
            new("error", Problem?.Message),
        }.Where(one => one.Value is not null),
    ];

    private string? Source(string property) => Metadata.Sources.GetValueOrDefault(property);
}
