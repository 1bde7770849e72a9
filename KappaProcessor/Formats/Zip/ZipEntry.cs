using System.Buffers.Binary;
using System.Text;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Zip;

/// <summary>
/// An entry of a .zip's directory; numbers are little-endian (APPNOTE 4.3.12).
/// <code>
/// offset size
///      0    4  "PK\1\2"
///      4    1  version of the writer
///      5    1  system of the writer: 3 Unix, 19 macOS
///      6    2  version needed
///      8    2  flags; bit 0: encrypted
///     10    2  method: 0 stored, 8 deflated
///     12    4  time and date
///     16    4  CRC-32
///     20    4  size, compressed
///     24    4  size
///     28    2  length of the name
///     30    2  length of the extra fields
///     32    2  length of the comment
///     34    4  disk, attributes
///     38    4  attributes of the file; from a Unix its mode is the upper half
///     42    4  where the local header is
///     46       name, extra fields, comment
/// </code>
/// </summary>
/// <param name="Offset">Where this entry stands in the file.</param>
/// <param name="Name">As stored; in UTF-8 whatever the flags say, since a Mac reads it so.</param>
/// <param name="LocalHeader">Where its content is, behind a short copy of all this.</param>
internal sealed record ZipEntry(long Offset, byte[] Name, long LocalHeader)
{
    public const int HeaderSize = 46;

    /// <summary>Deflate makes of a byte no more than so many.</summary>
    private const int LargestRatio = 1032;

    private const long LargestSize = 1L << 40;

    public required int Flags { get; init; }

    public required int Method { get; init; }

    public required uint Crc { get; init; }

    public required long CompressedSize { get; init; }

    /// <summary>Bytes of the expanded file, as stated.</summary>
    public required long Size { get; init; }

    private int Mode { get; init; }

    public string Path { get; } = Encoding.UTF8.GetString(Name);

    public bool IsFolder => Path.EndsWith('/') || (Mode & 0xF000) == 0x4000;

    public bool IsSymbolicLink => (Mode & 0xF000) == 0xA000;

    public bool IsEncrypted => (Flags & 1) != 0;

    /// <param name="reader">Stands at the entry.</param>
    /// <param name="offset">Where the directory starts in the file.</param>
    public static ZipEntry Read(BigEndianReader reader, long offset)
    {
        var at = offset + reader.Position;
        var header = reader.ReadBytes(HeaderSize, HeaderSize, "a directory entry").AsSpan();
        ZipEnd.Require(
            header.StartsWith("PK\x01\x02"u8), at, "there is no directory entry", "one belongs there");
        var name = reader.ReadBytes(Short(header, 28), ushort.MaxValue, "a name");
        var extra = reader.ReadBytes(Short(header, 30), ushort.MaxValue, "the extra fields");
        _ = reader.ReadBytes(Short(header, 32), ushort.MaxValue, "a comment");

        var wide = new Zip64Fields(extra, at);
        var size = wide.Widen(Long(header, 24));
        var compressed = wide.Widen(Long(header, 20));
        return new ZipEntry(at, name, wide.Widen(Long(header, 42)))
        {
            Flags = Short(header, 8),
            Method = Short(header, 10),
            Crc = Long(header, 16),
            CompressedSize = compressed,
            Size = size,
            Mode = header[5] is 3 or 19 ? Short(header, 40) : 0,
        };
    }

    /// <summary>What is wrong with it, as clauses for a message; null for a sound entry.</summary>
    public (string Found, string Wanted)? Fault() => true switch
    {
        _ when EntryPath.Fault(Path) is { } fault => (fault, "names stay in the archive"),
        _ when IsEncrypted => ($"{Path} is encrypted", "a Mac opens it without a password"),
        _ when Size > LargestSize => (
            $"{Path} claims {Size:N0} bytes", $"at most {LargestSize:N0} are believed"),
        _ when Size > Largest => (
            $"{Path} claims to expand from {CompressedSize:N0} bytes to {Size:N0}",
            $"{Largest:N0} are possible"),
        _ => null,
    };

    /// <summary>What the stored bytes can make, as far as the method tells.</summary>
    private long Largest => Method switch
    {
        0 => CompressedSize,
        8 when CompressedSize < LargestSize => (CompressedSize + 1) * LargestRatio,
        _ => LargestSize,
    };

    private static ushort Short(ReadOnlySpan<byte> header, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(header[at..]);

    private static uint Long(ReadOnlySpan<byte> header, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[at..]);
}
