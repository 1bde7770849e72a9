namespace Kappa.Installers;

/// <summary>
/// What an installer says of itself; null where it does not say. The application is the one that lands on the Mac,
/// the package is the receipt that its installation leaves.
/// </summary>
internal sealed record InstallerMetadata
{
    /// <summary>The application's folder, <c>Firefox.app</c>.</summary>
    public string? AppName { get; init; }

    /// <summary>CFBundleIdentifier.</summary>
    public string? BundleId { get; init; }

    /// <summary>The application's version, CFBundleShortVersionString or else CFBundleVersion.</summary>
    public string? AppVersion { get; init; }

    /// <summary>The receipt's identifier.</summary>
    public string? PackageId { get; init; }

    public string? PackageVersion { get; init; }

    /// <summary>Where each value came from, by property name: <c>Payload: Firefox.app/Contents/Info.plist</c>.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}
