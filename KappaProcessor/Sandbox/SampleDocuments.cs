using System.Text;
using System.Xml.Linq;
using Kappa.Formats.Bom;

namespace Kappa.Sandbox;

/// <summary>The XML documents of a sample package.</summary>
internal static class SampleDocuments
{
    public static byte[] InfoPlist(SampleApplication app)
    {
        (string Key, string Value)[] entries =
        [
            ("CFBundleExecutable", app.Name),
            ("CFBundleIdentifier", app.BundleId),
            ("CFBundleName", app.Name),
            ("CFBundlePackageType", "APPL"),
            ("CFBundleShortVersionString", app.Version),
            ("CFBundleVersion", app.Version),
        ];
        var elements = entries.SelectMany(entry =>
            new[] { new XElement("key", entry.Key), new XElement("string", entry.Value) });
        var dictionary = new XElement("dict", elements);
        return Document(new XElement("plist", new XAttribute("version", "1.0"), dictionary));
    }

    public static byte[] PackageInfo(SampleApplication app, IReadOnlyList<BomPath> files) => Document(new XElement(
        "pkg-info",
        new XAttribute("overwrite-permissions", "true"),
        new XAttribute("relocatable", "false"),
        new XAttribute("identifier", app.BundleId),
        new XAttribute("postinstall-action", "none"),
        new XAttribute("version", app.Version),
        new XAttribute("format-version", "2"),
        new XAttribute("install-location", "/Applications"),
        new XAttribute("auth", "root"),
        Payload(files),
        new XElement(
            "bundle",
            new XAttribute("path", $"./{app.Name}.app"),
            new XAttribute("id", app.BundleId),
            new XAttribute("CFBundleShortVersionString", app.Version),
            new XAttribute("CFBundleVersion", app.Version)),
        new XElement("bundle-version", new XElement("bundle", new XAttribute("id", app.BundleId)))));

    private static XElement Payload(IReadOnlyList<BomPath> contents)
    {
        var bytes = contents.Sum(path => path.Content?.LongLength ?? 0);
        return new XElement(
            "payload",
            new XAttribute("numberOfFiles", contents.Count),
            new XAttribute("installKBytes", (bytes + 1023) / 1024));
    }

    private static byte[] Document(XElement root) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n");
}
