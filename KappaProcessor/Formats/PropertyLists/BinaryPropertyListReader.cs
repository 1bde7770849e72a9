using System.Buffers.Binary;
using System.Text;

namespace Claunia.PropertyList;

/// <summary>
/// A binary property list (Apple's CFBinaryPList.c): "bplist0" and a digit, objects, a table of their
/// offsets, and the <see cref="BinaryTrailer"/>. An object is a marker byte and what follows it; numbers are
/// big-endian.
/// <code>
/// marker  followed by
/// 08, 09                       false, true
/// 1n      2^n bytes            integer
/// 22, 23  4, 8 bytes           real
/// 33      8 bytes              date: seconds since 2001-01-01, as a real
/// 4n      n bytes              data
/// 5n      n bytes              text, ASCII
/// 6n      n * 2 bytes          text, UTF-16
/// 8n      n + 1 bytes          UID
/// An      n references         array
/// Dn      n and n references   dictionary: the keys, then the values
/// </code>
/// </summary>
internal sealed class BinaryPropertyListReader
{
    private static readonly DateTime Epoch = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly double FirstSecond = (DateTime.MinValue - Epoch).TotalSeconds;
    private static readonly double LastSecond = (new DateTime(9999, 12, 31, 23, 59, 59) - Epoch).TotalSeconds;

    private readonly BinaryObjectTable objects;
    private readonly ReadingBudget budget = new();
    private readonly HashSet<int> open = [];

    private BinaryPropertyListReader(BinaryObjectTable objects) => this.objects = objects;

    public static NSObject Read(ArraySegment<byte> file)
    {
        // bplist15, 16 and 17 are other formats, for messages between processes; none is in a file.
        if (file is [_, _, _, _, _, _, not (byte)'0', ..])
        {
            throw new PropertyListFormatException(
                "This is a binary property list of a newer version; only version 0 is read.");
        }

        var objects = BinaryObjectTable.Read(file);
        return new BinaryPropertyListReader(objects).ReadObject(objects.TopObject, depth: 0);
    }

    private NSObject ReadObject(int at, int depth)
    {
        budget.TakeObject();
        return objects.Kind(at) switch
        {
            0x0 => ReadBoolean(at),
            0x1 => NSNumber.FromInteger(objects.Integer(at)),
            0x2 => ReadReal(at),
            0x3 => ReadDate(at),
            0x4 => new NSData(ReadContent(at, unit: 1).ToArray()),
            0x5 or 0x6 => new NSString(ReadText(at)),
            0x8 => ReadUid(at),
            0xA => ReadArray(at, depth),
            0xD => ReadDictionary(at, depth),
            _ => throw Unknown(at),
        };
    }

    private NSNumber ReadBoolean(int at) => objects.Marker(at) switch
    {
        0x08 => new NSNumber(false),
        0x09 => new NSNumber(true),
        _ => throw Unknown(at),
    };

    private NSNumber ReadReal(int at) => objects.Marker(at) switch
    {
        0x22 => new NSNumber(BinaryPrimitives.ReadSingleBigEndian(objects.Content(at, 4))),
        0x23 => new NSNumber(BinaryPrimitives.ReadDoubleBigEndian(objects.Content(at, 8))),
        _ => throw Unknown(at),
    };

    private NSDate ReadDate(int at)
    {
        if (objects.Marker(at) != 0x33)
        {
            throw Unknown(at);
        }

        var seconds = BinaryPrimitives.ReadDoubleBigEndian(objects.Content(at, 8));
        return seconds >= FirstSecond && seconds <= LastSecond
            ? new NSDate(Epoch.AddSeconds(seconds))
            : throw BinaryObjectTable.Fault(at, "a date outside the years 1 to 9999");
    }

    private string ReadText(int at)
    {
        if (objects.Kind(at) == 0x6)
        {
            return Encoding.BigEndianUnicode.GetString(ReadContent(at, unit: 2));
        }

        var bytes = ReadContent(at, unit: 1);
        return Ascii.IsValid(bytes)
            ? Encoding.ASCII.GetString(bytes)
            : throw BinaryObjectTable.Fault(at, "a text that is not ASCII");
    }

    private UID ReadUid(int at)
    {
        var size = objects.ShortCount(at) + 1;
        return size <= sizeof(ulong)
            ? new UID(BinaryObjectTable.ReadUnsigned(objects.Content(at, size)))
            : throw BinaryObjectTable.Fault(at, $"a UID of {size} bytes");
    }

    private NSArray ReadArray(int at, int depth)
    {
        var references = Open(at, depth, referencesPerItem: 1);
        var array = new NSArray();
        for (var next = 0; next < references.Length; next += objects.ReferenceSize)
        {
            array.Add(ReadObject(objects.Follow(references[next..]), depth + 1));
        }

        _ = open.Remove(at);
        return array;
    }

    /// <summary>Of a key given twice the first value counts, as it does on a Mac.</summary>
    private NSDictionary ReadDictionary(int at, int depth)
    {
        var references = Open(at, depth, referencesPerItem: 2);
        var values = references[(references.Length / 2)..];
        var dictionary = new NSDictionary();
        for (var next = 0; next < values.Length; next += objects.ReferenceSize)
        {
            var key = ReadKey(objects.Follow(references[next..]));
            var value = ReadObject(objects.Follow(values[next..]), depth + 1);
            if (!dictionary.ContainsKey(key))
            {
                dictionary.Add(key, value);
            }
        }

        _ = open.Remove(at);
        return dictionary;
    }

    private string ReadKey(int at)
    {
        budget.TakeObject();
        return objects.Kind(at) is 0x5 or 0x6
            ? ReadText(at)
            : throw BinaryObjectTable.Fault(at, "a key that is not a text");
    }

    /// <summary>
    /// The references of an array or dictionary, which is from now on one of those being read.
    /// </summary>
    private ReadOnlySpan<byte> Open(int at, int depth, int referencesPerItem)
    {
        ReadingBudget.CheckDepth(depth);
        return open.Add(at)
            ? objects.CountedContent(at, referencesPerItem * objects.ReferenceSize)
            : throw BinaryObjectTable.Fault(at, "an array or dictionary that contains itself");
    }

    private ReadOnlySpan<byte> ReadContent(int at, int unit)
    {
        var content = objects.CountedContent(at, unit);
        budget.TakeBytes(content.Length);
        return content;
    }

    private PropertyListFormatException Unknown(int at) =>
        BinaryObjectTable.Fault(at, $"a value of an unknown kind, 0x{objects.Marker(at):X2}");
}
