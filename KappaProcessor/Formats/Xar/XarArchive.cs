using System.Security.Cryptography;
using System.Xml.Linq;
using Kappa.Formats.Compression;
using Kappa.Formats.Streams;
using Kappa.Formats.Xml;

namespace Kappa.Formats.Xar;

/// <summary>
/// A xar archive, the container of flat packages: header, compressed table of contents, heap. Only the table
/// of contents has been read; the source stays the caller's to close.
/// </summary>
internal sealed class XarArchive
{
    private const string Toc = "the table of contents";

    private readonly Stream source;
    private readonly long heap;
    private readonly ILookup<string, XarEntry> byPath;
    private long metadataLeft = SizeLimits.Metadata;

    private XarArchive(Stream source, XarHeader header, IReadOnlyList<XarEntry> entries)
    {
        this.source = source;
        heap = header.Heap;
        byPath = entries.ToLookup(entry => entry.Path);
        Entries = entries;
    }

    /// <summary>Every file and folder, a folder before what is in it.</summary>
    public IReadOnlyList<XarEntry> Entries { get; }

    /// <summary>
    /// Reads the table of contents. That every entry lies within the file is part of being sound.
    /// </summary>
    /// <param name="source">Seekable, from the archive's first byte to its last.</param>
    public static XarArchive Read(Stream source)
    {
        source.Position = 0;
        var reader = new BigEndianReader(source, XarHeader.Format);
        var header = XarHeader.Read(reader);
        _ = reader.ReadBytes((ulong)(header.Size - reader.Position), ushort.MaxValue, "the header");
        var compressed = reader.ReadBytes((ulong)header.CompressedToc, SizeLimits.Document, Toc);

        var document = XmlTree.Parse(Expand(compressed, header), "xar table of contents", header.Size);
        var toc = XarToc.Parse(document);
        var archive = new XarArchive(source, header, toc.Entries);
        archive.CheckPlaces();
        archive.CheckToc(toc.OwnChecksum, compressed);
        return archive;
    }

    /// <summary>The entry of this path, or null.</summary>
    /// <exception cref="MediaFormatException">There are two, and it is anyone's guess which
    /// counts.</exception>
    public XarEntry? Find(string path)
    {
        var found = byPath[path].Take(2).ToList();
        return found.Count < 2
            ? found.FirstOrDefault()
            : throw Fault(heap, $"two entries are called {path}", "a name is used once");
    }

    /// <summary>The entry's content, expanded while it is read.</summary>
    /// <param name="entry">One that has some.</param>
    public XarContent Open(XarEntry entry)
    {
        var offset = heap + entry.Data!.Offset;
        return new XarContent(entry, new StreamWindow(source, offset, entry.Data.Length), offset);
    }

    /// <summary>
    /// The entry as XML. All that is read this way counts against one limit for the whole archive.
    /// </summary>
    /// <param name="entry">One that has content.</param>
    public XElement ReadXml(XarEntry entry)
    {
        var at = heap + entry.Data!.Offset;
        var size = entry.Data.Size;
        var limit = Math.Min(metadataLeft, SizeLimits.Document);
        if (size > limit)
        {
            throw Fault(at, $"{entry.Path} claims {size:N0} bytes", $"at most {limit:N0} are believed");
        }

        metadataLeft -= size;
        using var content = Open(entry);
        using var document = new MemoryStream();
        content.CopyTo(document);
        return XmlTree.Parse(document.ToArray(), entry.Path, at);
    }

    private static byte[] Expand(byte[] compressed, XarHeader header)
    {
        using var expanded = Codecs.Expand(Codec.Zlib, new MemoryStream(compressed));
        var reader = new BigEndianReader(expanded, "xar table of contents, expanded");
        var toc = reader.ReadBytes((ulong)header.ExpandedToc, SizeLimits.Document, Toc);
        return expanded.ReadByte() < 0 ? toc : throw Fault(
            header.Size, $"{Toc} expands further", $"the header states {header.ExpandedToc:N0} bytes");
    }

    /// <summary>
    /// Within the file, and none on top of another: files that share bytes are how a small archive becomes an
    /// endless one. Equal places are one file, stored once.
    /// </summary>
    private void CheckPlaces()
    {
        var room = source.Length - heap;
        long end = 0;
        XarEntry? before = null;
        foreach (var entry in Entries.Where(entry => entry.Data is { Length: > 0 }).OrderBy(entry => entry.Data!.Offset))
        {
            var data = entry.Data!;
            if (data.Offset > room || data.Length > room - data.Offset)
            {
                throw Fault(
                    source.Length,
                    $"the file ends there, before {entry.Path} does",
                    $"that takes {data.Length:N0} bytes from byte {(decimal)heap + data.Offset:N0} on");
            }

            if (data.Offset < end && (before?.Data?.Offset, before?.Data?.Length) != (data.Offset, data.Length))
            {
                throw Fault(
                    heap + data.Offset,
                    $"{entry.Path} lies on top of {before?.Path}",
                    "every file has its own place");
            }

            end = Math.Max(end, data.Offset + data.Length);
            before = entry;
        }
    }

    private void CheckToc(XarTocChecksum? checksum, byte[] compressed)
    {
        if (checksum is null)
        {
            return;
        }

        if (checksum.Offset > source.Length - heap)
        {
            throw Fault(source.Length, "the file ends there", $"the checksum of {Toc} lies beyond");
        }

        var actual = CryptographicOperations.HashData(checksum.Algorithm, compressed);
        var place = new StreamWindow(source, heap + checksum.Offset, checksum.Size);
        var stated = new BigEndianReader(place, XarHeader.Format)
            .ReadBytes((ulong)actual.Length, actual.Length, $"the checksum of {Toc}");
        if (!stated.AsSpan().SequenceEqual(actual))
        {
            throw Fault(
                heap + checksum.Offset,
                $"the {checksum.Algorithm} of {Toc} is stated as {Convert.ToHexStringLower(stated)}",
                $"it is {Convert.ToHexStringLower(actual)}");
        }
    }

    private static MediaFormatException Fault(long offset, string found, string wanted) =>
        new(XarHeader.Format, offset, found, wanted);
}
