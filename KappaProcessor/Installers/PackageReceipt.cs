namespace Kappa.Installers;

/// <summary>
/// What the installation of one component leaves behind, as <c>pkgutil --pkgs</c> lists it.
/// </summary>
internal sealed record PackageReceipt(string? Id, string? Version, string Source);
