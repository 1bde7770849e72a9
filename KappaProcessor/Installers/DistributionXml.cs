using System.Xml.Linq;
using Kappa.Formats.Xml;

namespace Kappa.Installers;

/// <summary>
/// What a product archive says of itself, in its <c>Distribution</c>
/// (https://developer.apple.com/library/archive/documentation/DeveloperTools/Reference/DistributionDefinitionRef/).
/// </summary>
internal sealed class DistributionXml
{
    private readonly ILookup<string, PackageReference> byFolder;
    private readonly ILookup<string, PackageReference> byIdentifier;

    private DistributionXml(IReadOnlyList<PackageReference> packages)
    {
        Packages = packages;
        byFolder = packages.Where(one => one.Folder is not null).ToLookup(one => one.Folder!);
        byIdentifier = packages.ToLookup(one => one.PackageIdentifier ?? one.Id);
    }

    public string? ProductId { get; private init; }

    public string? ProductVersion { get; private init; }

    public string? Title { get; private init; }

    /// <summary>In the order of their first mention.</summary>
    public IReadOnlyList<PackageReference> Packages { get; }

    public static DistributionXml Parse(XElement root)
    {
        if (root.Name.LocalName is not ("installer-gui-script" or "installer-script"))
        {
            throw root.Fault($"the root is <{root.Name.LocalName}>", "<installer-gui-script> belongs there");
        }

        var product = root.Element("product");
        return new DistributionXml(ParsePackages(root))
        {
            ProductId = product?.Text("id"),
            ProductVersion = product?.Text("version"),
            Title = root.Element("title")?.Value.Trim() is { Length: > 0 } title ? title : null,
        };
    }

    /// <summary>What is said of the component in this folder of the archive; null when nothing is.</summary>
    public PackageReference? Find(string folder, string? identifier) =>
        byFolder[folder].FirstOrDefault()
        ?? (identifier is null ? null : byIdentifier[identifier].FirstOrDefault());

    private static List<PackageReference> ParsePackages(XElement root) =>
    [
        .. root.Elements("pkg-ref")
            .Concat(root.Elements("choice").Elements("pkg-ref"))
            .Where(reference => reference.Text("id") is not null)
            .GroupBy(reference => reference.Text("id")!)
            .Select(group => PackageReference.Parse(group.Key, [.. group])),
    ];
}
