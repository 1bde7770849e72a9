using Kappa.Formats.Xar;

namespace Kappa.Installers;

/// <summary>One component of a flat package.</summary>
/// <param name="Folder">Its folder in the archive; empty when the component is the whole package.</param>
/// <param name="PackageInfo">What it says of itself.</param>
/// <param name="Reference">What the Distribution says of it; null when that says nothing.</param>
/// <param name="Payload">The files that it installs; null when it only runs scripts.</param>
internal sealed record PackageComponent(
    string Folder,
    PackageInfoXml PackageInfo,
    PackageReference? Reference,
    XarEntry? Payload)
{
    /// <summary>For a person.</summary>
    public string Source => Folder.Length == 0 ? "PackageInfo" : $"{Folder}/PackageInfo";

    /// <summary>Its files, as a part of what is installed.</summary>
    public ContentPart Content => new(
        Folder.Length == 0 ? "Payload" : $"{Folder}/Payload", PackageInfo.InstallLocation);

    /// <summary>What its installation leaves behind.</summary>
    public PackageReceipt Receipt => new(
        PackageInfo.Identifier ?? Reference?.PackageIdentifier ?? Reference?.Id,
        PackageInfo.Version ?? Reference?.Version,
        Source);

    /// <summary>Bytes.</summary>
    public long? InstalledSize => (PackageInfo.InstallKBytes ?? Reference?.InstallKBytes) * 1024;

    /// <summary>The bundles it names, or else the Distribution for it.</summary>
    public IEnumerable<AppBundle> Bundles => PackageInfo.Bundles.Count > 0
        ? PackageInfo.Bundles.Select(bundle => bundle.At(PackageInfo.InstallLocation, Source))
        : (Reference?.Bundles ?? []).Select(bundle => bundle.At(PackageInfo.InstallLocation, "Distribution"));
}
