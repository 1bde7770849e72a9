using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Kappa.Formats.Xml;

namespace Kappa.Formats.Xar;

/// <summary>
/// The table of contents: <c>xar/toc</c> with nested <c>file</c> elements and the place of its own checksum
/// in the heap. Signatures are another matter, and are not looked at.
/// </summary>
internal sealed record XarToc(XarTocChecksum? OwnChecksum, IReadOnlyList<XarEntry> Entries)
{
    public static XarToc Parse(XElement root)
    {
        if (root.Name != "xar" || root.Element("toc") is not { } toc)
        {
            throw root.Fault($"the root is <{root.Name.LocalName}>", "a <xar> with a <toc> belongs there");
        }

        var entries = new List<XarEntry>();
        AddFiles(toc, folder: "", entries);
        return new XarToc(ReadOwnChecksum(toc), entries);
    }

    private static XarTocChecksum? ReadOwnChecksum(XElement toc)
    {
        if (toc.Element("checksum") is not { } checksum || Algorithm(checksum) is not { } algorithm)
        {
            return null;
        }

        return new XarTocChecksum(algorithm, Number(checksum, "offset"), Number(checksum, "size"));
    }

    private static void AddFiles(XElement parent, string folder, List<XarEntry> entries)
    {
        foreach (var file in parent.Elements("file"))
        {
            var path = folder + Name(file);
            if (EntryPath.Fault(path) is { } fault)
            {
                throw file.Fault(fault, "a sound archive has no such entry");
            }

            entries.Add(new XarEntry(path, file.Element("data") is { } data ? Data(data) : null));
            AddFiles(file, $"{path}/", entries);
        }
    }

    private static string Name(XElement file)
    {
        // Its own name only: an extended attribute inside the same <file> has a <name> too.
        if (file.Element("name") is not { Value.Length: > 0 } name)
        {
            throw file.Fault("a file has no name", "every file has one");
        }

        if (name.Text("enctype") != "base64")
        {
            return name.Value;
        }

        var bytes = new byte[name.Value.Length];
        return Convert.TryFromBase64String(name.Value, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw name.Fault($"the name '{name.Value}' is not base64", "its enctype says so");
    }

    private static XarExtent Data(XElement data) => new(
        Number(data, "offset"),
        Number(data, "length"),
        Number(data, "size"),
        data.Element("encoding")?.Text("style") ?? "application/octet-stream")
    {
        Archived = Checksum(data.Element("archived-checksum")),
        Extracted = Checksum(data.Element("extracted-checksum")),
    };

    private static XarChecksum? Checksum(XElement? element) =>
        element is not null && Algorithm(element) is { } algorithm
            ? new XarChecksum(algorithm, element.Value.Trim())
            : null;

    /// <summary>Null where there is none.</summary>
    private static HashAlgorithmName? Algorithm(XElement checksum) => checksum.Text("style") switch
    {
        null or "none" or "NONE" => null,
        var style => XarChecksum.AlgorithmOf(style)
            ?? throw checksum.Fault($"the checksum's style is '{style}'", "a known one belongs there"),
    };

    private static long Number(XElement parent, string name)
    {
        var text = parent.Element(name)?.Value.Trim();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw parent.Fault($"{name} of <{parent.Name.LocalName}> is '{text}'", "it is a whole number");
    }
}
