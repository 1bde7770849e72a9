using System.Xml.Linq;
using Kappa.Formats.Xml;

namespace Kappa.Installers;

/// <summary>A bundle that PackageInfo or Distribution names; null where they leave something out.</summary>
/// <param name="Path">From where the payload goes, <c>Firefox.app</c>; empty for that place itself.</param>
/// <param name="Id">CFBundleIdentifier.</param>
/// <param name="Version">CFBundleShortVersionString, else CFBundleVersion.</param>
internal sealed record BundleReference(string Path, string? Id, string? Version)
{
    /// <summary>Null for an element without a path: it only refers to another one.</summary>
    public static BundleReference? TryParse(XElement bundle) => bundle.Text("path") is { } path
        ? new BundleReference(
            PayloadPath.Normalize(path),
            bundle.Text("id") ?? bundle.Text("CFBundleIdentifier"),
            bundle.Text("CFBundleShortVersionString") ?? bundle.Text("CFBundleVersion"))
        : null;

    public AppBundle At(string installLocation, string source) => new()
    {
        Path = Path,
        InstalledPath = PayloadPath.Normalize($"{installLocation}/{Path}"),
        BundleId = Id,
        Version = Version,
        Source = source,
    };
}
