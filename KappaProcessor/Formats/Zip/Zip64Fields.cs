using System.Buffers.Binary;

namespace Kappa.Formats.Zip;

/// <summary>
/// The extra field with what does not fit into a directory entry, each eight bytes, in the order of size,
/// compressed size and place, and only those that are all ones in the entry itself (APPNOTE 4.5.3).
/// <code>
/// offset size
///      0    2  kind of the extra field, 1
///      2    2  length of what follows
///      4       numbers of eight bytes
/// </code>
/// </summary>
/// <param name="extra">All extra fields of the entry.</param>
/// <param name="offset">Where the entry stands, for messages.</param>
internal ref struct Zip64Fields(ReadOnlySpan<byte> extra, long offset)
{
    private const int Kind = 1;

    private readonly bool exists = TryFind(extra, out _);

    private ReadOnlySpan<byte> left = TryFind(extra, out var content) ? content : [];

    /// <summary>
    /// The number itself, or the next wide one where it is all ones and the field is there.
    /// </summary>
    public long Widen(uint number)
    {
        if (number != uint.MaxValue || !exists)
        {
            return number;
        }

        ZipEnd.Require(
            left.Length >= 8, offset, "its zip64 field ends early", "each number of it takes 8 bytes");
        var wide = BinaryPrimitives.ReadUInt64LittleEndian(left);
        left = left[8..];
        ZipEnd.Require(wide <= long.MaxValue, offset, $"it claims {wide:N0} bytes", "no disk has as many");
        return (long)wide;
    }

    private static bool TryFind(ReadOnlySpan<byte> extra, out ReadOnlySpan<byte> content)
    {
        while (extra.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            content = extra.Slice(4, length);
            if (kind == Kind)
            {
                return true;
            }

            extra = extra[(4 + length)..];
        }

        content = [];
        return false;
    }
}
