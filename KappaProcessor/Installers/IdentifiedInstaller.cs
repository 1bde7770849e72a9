namespace Kappa.Installers;

/// <summary>An installer and what a first look at it tells.</summary>
internal sealed record IdentifiedInstaller(InstallerFile File, InstallerMetadata Metadata);
