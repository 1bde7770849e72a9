namespace Kappa.Configuration;

/// <summary>
/// What the recipe says about the application; it only fills in what the installer does not say itself.
/// </summary>
internal sealed record InstallerClaims(string? AppName, string? BundleId, string? Version);
