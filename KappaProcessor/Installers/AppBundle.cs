namespace Kappa.Installers;

/// <summary>
/// A bundle that an installer puts on a Mac; null where its name, id or version is not known.
/// </summary>
internal sealed record AppBundle
{
    /// <summary>
    /// Within the payload or image, <c>Applications/Firefox.app</c>; empty when the payload is the bundle.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The place on the Mac, <c>Applications/Firefox.app</c>.</summary>
    public required string InstalledPath { get; init; }

    public string? BundleId { get; init; }

    public string? Version { get; init; }

    /// <summary>Bytes.</summary>
    public long? InstalledSize { get; init; }

    /// <summary>Where this is known from, for a person.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The name it gives itself, <c>Firefox.app</c>, where its folder is called something else; null
    /// elsewhere.
    /// </summary>
    public string? GivenName { get; init; }

    /// <summary>
    /// The bundle's folder, <c>Firefox.app</c>; empty for what is installed into the root itself.
    /// </summary>
    public string Name => GivenName ?? InstalledPath[(InstalledPath.LastIndexOf('/') + 1)..];
}
