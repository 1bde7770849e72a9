using System.Buffers.Binary;

namespace Claunia.PropertyList;

/// <summary>
/// The bytes of a binary property list, through which nothing is reached that is not inside them. An object
/// starts with a marker: its kind in the upper half, a count in the lower. A count of F says that an integer
/// object follows, which is the real count.
/// </summary>
internal sealed class BinaryObjectTable
{
    private readonly ArraySegment<byte> file;
    private readonly BinaryTrailer trailer;

    private BinaryObjectTable(ArraySegment<byte> file, BinaryTrailer trailer)
    {
        this.file = file;
        this.trailer = trailer;
    }

    public int ReferenceSize => trailer.ReferenceSize;

    public int TopObject => OffsetOf(trailer.TopObject);

    public static BinaryObjectTable Read(ArraySegment<byte> file) => new(file, BinaryTrailer.Read(file));

    public static PropertyListFormatException Fault(int at, string what) =>
        new($"The binary property list is broken: at offset {at} it has {what}.");

    public static ulong ReadUnsigned(ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        foreach (var one in bytes)
        {
            value = (value << 8) | one;
        }

        return value;
    }

    public int Marker(int at) => file[at];

    public int Kind(int at) => file[at] >> 4;

    public int ShortCount(int at) => file[at] & 0xF;

    /// <summary>Where the object is that the first of these references means.</summary>
    public int Follow(ReadOnlySpan<byte> references) => OffsetOf(ReadUnsigned(references[..ReferenceSize]));

    /// <summary>What follows the marker, of a known size.</summary>
    public ReadOnlySpan<byte> Content(int at, int size) => Slice(at + 1, size, at);

    /// <summary>What follows the marker and its count: as many units of so many bytes.</summary>
    public ReadOnlySpan<byte> CountedContent(int at, int unit)
    {
        var (count, start) = ShortCount(at) == 0xF ? LongCount(at) : (ShortCount(at), at + 1);
        return Slice(start, count * unit, at);
    }

    /// <summary>Integers of 1, 2 and 4 bytes are unsigned, those of 8 and 16 signed.</summary>
    public Int128 Integer(int at)
    {
        var size = 1 << ShortCount(at);
        if (size > 16)
        {
            throw Fault(at, $"an integer of {size} bytes");
        }

        var bytes = Content(at, size);
        var value = size switch
        {
            16 => BinaryPrimitives.ReadInt128BigEndian(bytes),
            8 => BinaryPrimitives.ReadInt64BigEndian(bytes),
            _ => (Int128)ReadUnsigned(bytes),
        };
        return value >= long.MinValue && value <= ulong.MaxValue
            ? value
            : throw Fault(at, "an integer that does not fit into 64 bits");
    }

    private (Int128 Count, int ContentStart) LongCount(int at)
    {
        var marker = Content(at, 1)[0];
        if (marker >> 4 != 0x1)
        {
            throw Fault(at, "a value whose length is no integer");
        }

        var count = Integer(at + 1);
        return count >= 0
            ? (count, at + 2 + (1 << (marker & 0xF)))
            : throw Fault(at, $"a value of the length {count}");
    }

    private int OffsetOf(ulong number)
    {
        if (number >= trailer.ObjectCount)
        {
            throw Fault($"it refers to object {number} of {trailer.ObjectCount}");
        }

        var entry = trailer.OffsetTable + (int)number * trailer.OffsetSize;
        var offset = ReadUnsigned(file.AsSpan(entry, trailer.OffsetSize));
        return offset >= BinaryTrailer.HeaderSize && offset < (ulong)trailer.OffsetTable
            ? (int)offset
            : throw Fault($"object {number} cannot be at offset {offset}");
    }

    private ReadOnlySpan<byte> Slice(int start, Int128 length, int owner)
    {
        var room = trailer.OffsetTable - start;
        return length <= room
            ? file.AsSpan(start, (int)length)
            : throw Fault(owner, $"a value that claims {length} bytes where {Math.Max(0, room)} are left");
    }

    private static PropertyListFormatException Fault(string what) =>
        new($"The binary property list is broken: {what}.");
}
