using System.Buffers.Binary;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Zip;

/// <summary>
/// What stands before a file's content in a .zip; numbers are little-endian (APPNOTE 4.3.7).
/// <code>
/// offset size
///      0    4  "PK\3\4"
///      4    2  version needed
///      6    2  flags; bit 3: CRC and sizes follow the content, here they are 0
///      8    2  method
///     10    4  time and date
///     14    4  CRC-32
///     18    4  size, compressed
///     22    4  size
///     26    2  length of the name
///     28    2  length of the extra fields
///     30       name, extra fields, content
/// </code>
/// </summary>
/// <param name="Content">Where the content starts.</param>
internal sealed record ZipLocalHeader(int Method, byte[] Name, long Content)
{
    public const int SmallestSize = 30;

    /// <summary>
    /// Null when there is none at <paramref name="offset"/> that fits before <paramref name="end"/>.
    /// </summary>
    public static ZipLocalHeader? Find(Stream source, long offset, long end)
    {
        var room = end - offset;
        var reader = new BigEndianReader(new StreamWindow(source, offset, room), ZipEnd.Format);
        var size = room < SmallestSize ? 0 : SmallestSize;
        var header = reader.ReadBytes((ulong)size, SmallestSize, "a local header");
        if (!header.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            return null;
        }

        var method = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8));
        var name = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26));
        var extra = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        return name + extra <= room - SmallestSize
            ? new ZipLocalHeader(
                method,
                reader.ReadBytes(name, ushort.MaxValue, "a local name"),
                offset + SmallestSize + name + extra)
            : null;
    }
}
