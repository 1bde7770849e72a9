using System.Buffers.Binary;

namespace Claunia.PropertyList;

/// <summary>
/// The last 32 bytes of a binary property list (Apple's CFBinaryPList.c); numbers are big-endian.
/// <code>
/// offset size
///      0    5  unused
///      5    1  sort version, unused
///      6    1  size of an entry of the offset table, 1 to 8
///      7    1  size of a reference to an object, 1 to 8
///      8    8  number of objects
///     16    8  number of the outermost object
///     24    8  where the offset table starts; it reaches to this trailer
/// </code>
/// </summary>
internal sealed record BinaryTrailer(
    int OffsetSize, int ReferenceSize, ulong ObjectCount, ulong TopObject, int OffsetTable)
{
    /// <summary>"bplist" and two digits.</summary>
    public const int HeaderSize = 8;

    private const int Size = 32;

    public static BinaryTrailer Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize + Size)
        {
            throw Fault($"it ends after {file.Length} bytes");
        }

        var trailer = file[^Size..];
        var offsetSize = trailer[6];
        var referenceSize = trailer[7];
        var objectCount = BinaryPrimitives.ReadUInt64BigEndian(trailer[8..]);
        var topObject = BinaryPrimitives.ReadUInt64BigEndian(trailer[16..]);
        var offsetTable = BinaryPrimitives.ReadUInt64BigEndian(trailer[24..]);

        Check(offsetSize is >= 1 and <= 8, $"it gives offsets a size of {offsetSize} bytes");
        Check(referenceSize is >= 1 and <= 8, $"it gives references a size of {referenceSize} bytes");
        Check(topObject < objectCount, $"its outermost object is number {topObject} of {objectCount}");
        var room = (ulong)(file.Length - Size);
        Check(
            offsetTable >= HeaderSize && offsetTable <= room
                && (UInt128)objectCount * offsetSize == room - offsetTable,
            $"a table of {objectCount} offsets at {offsetTable} does not fill the file");
        return new BinaryTrailer(offsetSize, referenceSize, objectCount, topObject, (int)offsetTable);
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw Fault(otherwise);
        }
    }

    private static PropertyListFormatException Fault(string what) =>
        new($"The binary property list is cut off or broken at its end: {what}.");
}
