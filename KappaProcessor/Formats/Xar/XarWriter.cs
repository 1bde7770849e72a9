using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Kappa.Formats.Xar;

/// <summary>Writes an archive of a few files, the same bytes for the same files.</summary>
internal static class XarWriter
{
    private const int HeaderSize = 28;

    private const uint Sha1 = 1;

    public static void Write(Stream output, IReadOnlyList<XarFile> files)
    {
        var stored = files.Select(file => file.Compress ? Deflate(file.Content) : file.Content).ToList();
        var toc = Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{Toc(files, stored)}\n");
        var compressed = Deflate(toc);

        output.Write(Header(compressed.Length, toc.Length));
        output.Write(compressed);
        output.Write(Hash(compressed));
        stored.ForEach(bytes => output.Write(bytes));
    }

    private static byte[] Header(int compressedToc, int expandedToc)
    {
        var header = new byte[HeaderSize];
        XarHeader.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), HeaderSize);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), 1);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(8), (ulong)compressedToc);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(16), (ulong)expandedToc);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(24), Sha1);
        return header;
    }

    private static XElement Toc(IReadOnlyList<XarFile> files, List<byte[]> stored)
    {
        var toc = new XElement(
            "toc",
            new XElement(
                "checksum",
                new XAttribute("style", "sha1"),
                new XElement("offset", 0),
                new XElement("size", SHA1.HashSizeInBytes)));
        long offset = SHA1.HashSizeInBytes;
        for (var index = 0; index < files.Count; index++)
        {
            toc.Add(new XElement(
                "file",
                new XAttribute("id", (index + 1).ToString(CultureInfo.InvariantCulture)),
                Data(files[index], stored[index], offset),
                new XElement("type", "file"),
                new XElement("mode", "0644"),
                new XElement("name", files[index].Name)));
            offset += stored[index].Length;
        }

        return new XElement("xar", toc);
    }

    private static XElement Data(XarFile file, byte[] stored, long offset) => new(
        "data",
        new XElement("length", stored.Length),
        new XElement("offset", offset),
        new XElement("size", file.Content.Length),
        new XElement(
            "encoding",
            new XAttribute("style", file.Compress ? "application/x-gzip" : "application/octet-stream")),
        Checksum("archived-checksum", stored),
        Checksum("extracted-checksum", file.Content));

    private static XElement Checksum(string name, byte[] content) =>
        new(name, new XAttribute("style", "sha1"), Convert.ToHexStringLower(Hash(content)));

    // The algorithm of every flat package that Apple's tools write.
    private static byte[] Hash(byte[] content) =>
        CryptographicOperations.HashData(HashAlgorithmName.SHA1, content);

    private static byte[] Deflate(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return compressed.ToArray();
    }
}
