using Kappa.Formats.Xar;

namespace Kappa.Installers;

/// <summary>
/// The documents of a flat package: a Distribution in a product archive, and a PackageInfo a component.
/// </summary>
internal sealed record FlatPackage(
    XarArchive Archive, DistributionXml? Distribution, IReadOnlyList<PackageComponent> Components)
{
    /// <summary>The package in a file that is being read.</summary>
    /// <exception cref="KappaException">It is a xar archive of another kind.</exception>
    public static FlatPackage Open(string path, Stream content, CancellationToken cancel) =>
        Find(XarArchive.Read(content), cancel) ?? throw new KappaException(
            $"{path} is a xar archive but no package: it has neither PackageInfo nor Distribution.",
            "Give the .pkg, .dmg or .zip itself.");

    /// <summary>Null when the archive holds neither, and so is something else.</summary>
    public static FlatPackage? Find(XarArchive archive, CancellationToken cancel)
    {
        var distribution = archive.Find("Distribution") is { Data: not null } entry
            ? DistributionXml.Parse(archive.ReadXml(entry))
            : null;
        var components = new List<PackageComponent>();
        foreach (var info in archive.Entries.Where(entry => entry is { Name: "PackageInfo", Data: not null }))
        {
            cancel.ThrowIfCancellationRequested();
            components.Add(ReadComponent(archive, info.Path, distribution));
        }

        return distribution is not null || components.Count > 0
            ? new FlatPackage(archive, distribution, components)
            : null;
    }

    private static PackageComponent ReadComponent(
        XarArchive archive, string path, DistributionXml? distribution)
    {
        var entry = archive.Find(path)!;
        var info = PackageInfoXml.Parse(archive.ReadXml(entry));
        var payload = archive.Find(PayloadPath.Normalize($"{entry.Folder}/Payload"));
        return new PackageComponent(
            entry.Folder,
            info,
            distribution?.Find(entry.Folder, info.Identifier),
            payload is { Data: not null } ? payload : null);
    }
}
