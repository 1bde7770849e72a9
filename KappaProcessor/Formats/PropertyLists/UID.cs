using System.Buffers.Binary;
using System.Globalization;

namespace Claunia.PropertyList;

/// <summary>
/// A reference inside a keyed archive; XML has no element for it and spells it as a dictionary.
/// </summary>
public sealed class UID(ulong number) : NSObject
{
    /// <summary>Big-endian, in as many bytes as a binary property list takes: 1, 2, 4 or 8.</summary>
    public byte[] Bytes
    {
        get
        {
            var all = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(all, number);
            return number switch
            {
                <= byte.MaxValue => all[7..],
                <= ushort.MaxValue => all[6..],
                <= uint.MaxValue => all[4..],
                _ => all,
            };
        }
    }

    public ulong ToUInt64() => number;

    public override bool Equals(NSObject? obj) => obj is UID other && other.ToUInt64() == number;

    public override int GetHashCode() => number.GetHashCode();

    public override string ToString() => $"{number.ToString(CultureInfo.InvariantCulture)} (UID)";
}
