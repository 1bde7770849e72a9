using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Kappa.Formats.Zip;

namespace Kappa.Tests.Support;

/// <summary>
/// Writes .zip archives byte by byte, true ones and lying ones. Each call gives a changed copy.
/// </summary>
internal sealed record ZipBuilder
{
    private IReadOnlyList<ZipPart> Parts { get; init; } = [];

    private string Comment { get; init; } = "";

    private ushort Disk { get; init; }

    private ulong? Count { get; init; }

    private uint? DirectoryLength { get; init; }

    private uint? DirectoryStart { get; init; }

    private bool IsZip64 { get; init; }

    private ulong? Zip64Place { get; init; }

    private string? EntryMagic { get; init; }

    public ZipBuilder With(params ZipPart[] parts) => this with { Parts = [.. Parts, .. parts] };

    public ZipBuilder With(string path, string content) => With(new ZipPart(path, content));

    public ZipBuilder WithComment(string comment) => this with { Comment = comment };

    /// <summary>With wide end records, and nothing but ones in the short one.</summary>
    public ZipBuilder Zip64() => this with { IsZip64 = true };

    public ZipBuilder OnDisk(ushort disk) => this with { Disk = disk };

    public ZipBuilder ClaimingCount(ulong count) => this with { Count = count };

    public ZipBuilder ClaimingDirectoryLength(uint length) => this with { DirectoryLength = length };

    public ZipBuilder ClaimingDirectoryStart(uint start) => this with { DirectoryStart = start };

    public ZipBuilder ClaimingZip64Place(ulong place) => this with { IsZip64 = true, Zip64Place = place };

    public ZipBuilder WithEntryMagic(string magic) => this with { EntryMagic = magic };

    public byte[] Build()
    {
        using var archive = new MemoryStream();
        var directory = new List<byte>();
        foreach (var part in Parts)
        {
            var stored = part.Stored ?? Pack(part);
            directory.AddRange(Entry(part, stored, (ulong)archive.Length));
            archive.Write(LocalHeader(part, stored));
            archive.Write(stored);
        }

        var start = archive.Length;
        archive.Write([.. directory]);
        archive.Write(End(start, directory.Count));
        return archive.ToArray();
    }

    private static byte[] LocalHeader(ZipPart part, byte[] stored)
    {
        var name = Encoding.UTF8.GetBytes(part.LocalPath ?? part.Path);
        return
        [
            .. "PK\x03\x04"u8,
            .. Number(20, 2),                                                 // version needed
            .. Number(part.Flags, 2),
            .. Number(part.LocalMethod ?? part.Method, 2),
            .. Number(0, 4),                                                  // time and date
            .. Number(part.ClaimedCrc ?? Crc32.Of(part.Content), 4),
            .. Number((ulong)stored.Length, 4),                               // compressed
            .. Number((ulong)part.Content.Length, 4),
            .. Number((ulong)name.Length, 2),
            .. Number(0, 2),                                                  // extra fields
            .. name,
        ];
    }

    private byte[] Entry(ZipPart part, byte[] stored, ulong offset)
    {
        var name = Encoding.UTF8.GetBytes(part.Path);
        var size = part.ClaimedSize ?? (ulong)part.Content.Length;
        var compressed = part.ClaimedCompressedSize ?? (ulong)stored.Length;
        var place = part.ClaimedOffset ?? offset;
        byte[] wide = part.IsWide
            ? [1, 0, 24, 0, .. Number(size, 8), .. Number(compressed, 8), .. Number(place, 8)]
            : [];
        return
        [
            .. Encoding.Latin1.GetBytes(EntryMagic ?? "PK\x01\x02"),
            20, 3,                                                            // version and system of the writer
            .. Number(20, 2),                                                 // version needed
            .. Number(part.Flags, 2),
            .. Number(part.Method, 2),
            .. Number(0, 4),                                                  // time and date
            .. Number(part.ClaimedCrc ?? Crc32.Of(part.Content), 4),
            .. Number(part.IsWide ? uint.MaxValue : compressed, 4),
            .. Number(part.IsWide ? uint.MaxValue : size, 4),
            .. Number((ulong)name.Length, 2),
            .. Number((ulong)wide.Length, 2),
            .. Number(0, 2),                                                  // comment
            .. Number(0, 4),                                                  // disk, attributes
            .. Number((ulong)part.Mode << 16, 4),
            .. Number(part.IsWide ? uint.MaxValue : place, 4),
            .. name,
            .. wide,
        ];
    }

    private byte[] End(long start, int length)
    {
        var count = Count ?? (ulong)Parts.Count;
        return
        [
            .. IsZip64 ? Zip64End((ulong)start, (ulong)length, count) : [],
            .. "PK\x05\x06"u8,
            .. Number(Disk, 2),
            .. Number(Disk, 2),                                               // disk of the directory
            .. Number(IsZip64 ? ushort.MaxValue : count, 2),                  // on this disk
            .. Number(IsZip64 ? ushort.MaxValue : count, 2),
            .. Number(DirectoryLength ?? (IsZip64 ? uint.MaxValue : (ulong)length), 4),
            .. Number(DirectoryStart ?? (IsZip64 ? uint.MaxValue : (ulong)start), 4),
            .. Number((ulong)Comment.Length, 2),
            .. Encoding.UTF8.GetBytes(Comment),
        ];
    }

    private byte[] Zip64End(ulong start, ulong length, ulong count) =>
    [
        .. "PK\x06\x06"u8,
        .. Number(44, 8),                                                     // length of what follows
        .. Number(0, 4),                                                      // versions
        .. Number(0, 8),                                                      // disks
        .. Number(count, 8),                                                  // on this disk
        .. Number(count, 8),
        .. Number(length, 8),
        .. Number(start, 8),
        .. "PK\x06\x07"u8,
        .. Number(0, 4),                                                      // disk of the record
        .. Number(Zip64Place ?? start + length, 8),
        .. Number(1, 4),                                                      // disks
    ];

    private static byte[] Pack(ZipPart part)
    {
        if (part.Method != 8)
        {
            return part.Content;
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(part.Content);
        }

        return packed.ToArray();
    }

    private static byte[] Number(ulong value, int size)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes[..size];
    }
}
