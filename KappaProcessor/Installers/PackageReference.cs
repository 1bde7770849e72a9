using System.Xml.Linq;
using Kappa.Formats.Xml;

namespace Kappa.Installers;

/// <summary>
/// What a Distribution says of one component, all its <c>pkg-ref</c> elements of one id taken together.
/// </summary>
internal sealed record PackageReference(string Id)
{
    /// <summary>The component's own identifier, where it is stated apart from <see cref="Id"/>.</summary>
    public string? PackageIdentifier { get; init; }

    public string? Version { get; init; }

    public long? InstallKBytes { get; init; }

    /// <summary>The component's folder in the archive, <c>GoogleChrome.pkg</c>.</summary>
    public string? Folder { get; init; }

    public IReadOnlyList<BundleReference> Bundles { get; init; } = [];

    /// <summary>
    /// The same for a component that is not in the archive, so that no one says where it goes.
    /// </summary>
    public IEnumerable<AppBundle> AppBundles => Bundles.Select(bundle => bundle.At("/", "Distribution"));

    public static PackageReference Parse(string id, IReadOnlyList<XElement> elements) => new(id)
    {
        PackageIdentifier = First(elements, element => element.Text("packageIdentifier")),
        Version = First(elements, element => element.Text("version")),
        InstallKBytes = elements.Select(element => element.Count("installKBytes")).Max(),
        Folder = First(elements, element => FolderOf(element.Value.Trim())),
        Bundles =
        [
            .. elements.Elements("bundle-version").Elements("bundle")
                .Select(BundleReference.TryParse)
                .OfType<BundleReference>(),
        ],
    };

    private static string? First(IEnumerable<XElement> elements, Func<XElement, string?> value) =>
        elements.Select(value).FirstOrDefault(text => text is not null);

    /// <summary>
    /// <c>#Google%20Chrome.pkg</c> → <c>Google Chrome.pkg</c>; null for a package outside the archive.
    /// </summary>
    private static string? FolderOf(string reference) =>
        reference is ['#', _, ..] ? PayloadPath.Normalize(Uri.UnescapeDataString(reference[1..])) : null;
}
