using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Kappa.Tests.Support;

/// <summary>
/// Writes xar archives byte by byte, true ones and lying ones. Each call gives a changed copy.
/// </summary>
internal sealed record XarBuilder
{
    private const string Signatures = """
        <signature style="RSA"><offset>20</offset><size>256</size><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">
        <X509Data><X509Certificate>MIIB</X509Certificate></X509Data></KeyInfo></signature>
        <x-signature style="CMS"><offset>276</offset><size>256</size></x-signature>
        """;

    private IReadOnlyList<XarPart> Parts { get; init; } = [];

    private ulong? CompressedToc { get; init; }

    private ulong? ExpandedToc { get; init; }

    private string? Toc { get; init; }

    private string Magic { get; init; } = "xar!";

    private ushort HeaderSize { get; init; } = 28;

    private ushort Version { get; init; } = 1;

    private bool IsSigned { get; init; }

    private bool IsReversed { get; init; }

    private bool SpoilsTocChecksum { get; init; }

    public XarBuilder With(params XarPart[] parts) => this with { Parts = [.. Parts, .. parts] };

    public XarBuilder With(string path, string content) => With(new XarPart(path, content));

    public XarBuilder WithToc(string xml) => this with { Toc = xml };

    public XarBuilder WithMagic(string magic) => this with { Magic = magic };

    public XarBuilder WithVersion(ushort version) => this with { Version = version };

    /// <summary>A longer header, as a checksum algorithm with a name makes it.</summary>
    public XarBuilder WithHeaderSize(ushort size) => this with { HeaderSize = size };

    /// <summary>
    /// As productsign leaves it: signatures in the table of contents, their bytes before the files.
    /// </summary>
    public XarBuilder Signed() => this with { IsSigned = true };

    /// <summary>The files lie in the heap in the opposite order.</summary>
    public XarBuilder Reversed() => this with { IsReversed = true };

    public XarBuilder ClaimingCompressedToc(ulong length) => this with { CompressedToc = length };

    public XarBuilder ClaimingExpandedToc(ulong length) => this with { ExpandedToc = length };

    public XarBuilder SpoilingTocChecksum() => this with { SpoilsTocChecksum = true };

    public byte[] Build()
    {
        var stored = Parts.Select(part => part.Stored ?? Encode(part.Content, part.Encoding)).ToList();
        var heapStart = 20 + (IsSigned ? 512 : 0);
        var toc = Encoding.UTF8.GetBytes(Toc ?? TocXml(stored, heapStart));
        var compressed = Zlib(toc);
        var checksum = CryptographicOperations.HashData(HashAlgorithmName.SHA1, compressed);
        checksum[0] ^= (byte)(SpoilsTocChecksum ? 1 : 0);

        using var archive = new MemoryStream();
        archive.Write(Header(compressed.Length, toc.Length));
        archive.Write(compressed);
        archive.Write(checksum);
        archive.Write(new byte[heapStart - 20]); // the signatures
        foreach (var index in HeapOrder())
        {
            archive.Write(stored[index]);
        }

        return archive.ToArray();
    }

    public static byte[] Zlib(byte[] content) => Encode(content, "application/x-gzip");

    private byte[] Header(int compressedToc, int expandedToc)
    {
        var header = new byte[HeaderSize];
        Encoding.ASCII.GetBytes(Magic).CopyTo(header, 0); //                                     "xar!"
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), HeaderSize); //                   size of this header
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), Version); //                      version
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(8), CompressedToc ?? (ulong)compressedToc);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(16), ExpandedToc ?? (ulong)expandedToc);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(24), 1); //                           SHA-1
        return header;
    }

    private IEnumerable<int> HeapOrder()
    {
        var order = Enumerable.Range(0, Parts.Count);
        return IsReversed ? order.Reverse() : order;
    }

    private string TocXml(List<byte[]> stored, int heapStart)
    {
        var offsets = new long[Parts.Count];
        long next = heapStart;
        foreach (var index in HeapOrder())
        {
            offsets[index] = next;
            next += stored[index].Length;
        }

        var files = Parts.Select((part, at) => (part.Path.Split('/'), Data(part, stored[at], offsets[at])));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <xar><toc><creation-time>2026-01-15T12:00:00</creation-time>
            <checksum style="sha1"><offset>0</offset><size>20</size></checksum>
            {(IsSigned ? Signatures : "")}
            {Folder([.. files])}
            </toc></xar>
            """;
    }

    /// <summary>The files of one folder, those of its folders inside these.</summary>
    private static string Folder(List<(string[] Path, string Data)> files) =>
        string.Join('\n', files.GroupBy(file => file.Path[0]).SelectMany(group => group.Any(file => file.Path.Length > 1)
            ? [$"<file id=\"1\"><name>{group.Key}</name><type>directory</type>{Folder(Below(group))}</file>"]
            : group.Select(file => $"<file id=\"1\"><name>{group.Key}</name><type>file</type>{file.Data}</file>")));

    private static List<(string[] Path, string Data)> Below(IEnumerable<(string[] Path, string Data)> folder) =>
        [.. folder.Select(file => (file.Path[1..], file.Data))];

    private static string Data(XarPart part, byte[] stored, long offset) => $"""
        <data>
          <length>{part.ClaimedLength ?? $"{stored.Length}"}</length>
          <offset>{part.ClaimedOffset ?? $"{offset}"}</offset>
          <size>{part.ClaimedSize ?? $"{part.Content.Length}"}</size>
          <encoding style="{part.Encoding}"/>
          {Checksum("archived", part, part.ClaimedArchivedChecksum ?? Sum(part, stored))}
          {Checksum("extracted", part, part.ClaimedExtractedChecksum ?? Sum(part, part.Content))}
        </data>
        <ea id="0"><name>com.apple.quarantine</name></ea>
        """;

    private static string Checksum(string form, XarPart part, string value) =>
        $"<{form}-checksum style=\"{part.ChecksumStyle}\">{value}</{form}-checksum>";

    private static string Sum(XarPart part, byte[] content) => part.ChecksumStyle.ToUpperInvariant() switch
    {
        "SHA1" or "SHA256" or "SHA512" or "MD5" => Convert.ToHexStringLower(
            CryptographicOperations.HashData(new HashAlgorithmName(part.ChecksumStyle.ToUpperInvariant()), content)),
        _ => "",
    };

    private static byte[] Encode(byte[] content, string encoding)
    {
        if (encoding == "application/octet-stream")
        {
            return content;
        }

        using var stored = new MemoryStream();
        using (var zlib = new ZLibStream(stored, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return stored.ToArray();
    }
}
