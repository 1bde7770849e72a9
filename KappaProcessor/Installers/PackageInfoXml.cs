using System.Xml.Linq;
using Kappa.Formats.Xml;

namespace Kappa.Installers;

/// <summary>
/// What a component package says of itself, in its <c>PackageInfo</c>; null where it does not say.
/// </summary>
internal sealed record PackageInfoXml
{
    public string? Identifier { get; init; }

    public string? Version { get; init; }

    /// <summary>Where the payload goes.</summary>
    public string InstallLocation { get; init; } = "/";

    public long? InstallKBytes { get; init; }

    public IReadOnlyList<BundleReference> Bundles { get; init; } = [];

    public static PackageInfoXml Parse(XElement root)
    {
        if (root.Name.LocalName != "pkg-info")
        {
            throw root.Fault($"the root is <{root.Name.LocalName}>", "<pkg-info> belongs there");
        }

        return new PackageInfoXml
        {
            Identifier = root.Text("identifier"),
            Version = root.Text("version"),
            InstallLocation = root.Text("install-location") ?? "/",
            InstallKBytes = root.Element("payload")?.Count("installKBytes"),
            Bundles = ParseBundles(root),
        };
    }

    /// <summary>
    /// pkgbuild describes bundles in the root and refers to them by id in <c>bundle-version</c>; PackageMaker
    /// described them in <c>bundle-version</c>.
    /// </summary>
    private static List<BundleReference> ParseBundles(XElement root) =>
    [
        .. root.Elements("bundle")
            .Concat(root.Elements("bundle-version").Elements("bundle"))
            .Select(BundleReference.TryParse)
            .OfType<BundleReference>()
            .DistinctBy(bundle => bundle.Path),
    ];
}
