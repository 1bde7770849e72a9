using System.Buffers.Binary;
using System.Text;

namespace Kappa.Tests.Support;

/// <summary>
/// A binary property list, object by object, numbered from 0 in the order in which they are added; the first is the
/// outermost unless told otherwise. It can be told to lie.
/// </summary>
internal sealed class BinaryPlistBuilder
{
    private readonly List<byte[]> objects = [];

    public int ReferenceSize { get; init; } = 1;

    public int OffsetSize { get; init; } = 4;

    public string Magic { get; init; } = "bplist00";

    public ulong TopObject { get; init; }

    public ulong? ClaimedCount { get; init; }

    public ulong? ClaimedTable { get; init; }

    public ulong? ClaimedOffset { get; init; }

    public byte? ClaimedOffsetSize { get; init; }

    public byte? ClaimedReferenceSize { get; init; }

    public BinaryPlistBuilder Raw(params byte[] bytes)
    {
        objects.Add(bytes);
        return this;
    }

    public BinaryPlistBuilder Text(string ascii) =>
        Raw([.. Start(0x5, ascii.Length), .. Encoding.ASCII.GetBytes(ascii)]);

    /// <summary>As UTF-16, half pairs and all.</summary>
    public BinaryPlistBuilder Unicode(string text) => Raw(
        [.. Start(0x6, text.Length), .. text.SelectMany(unit => BigEndian(unit, 2))]);

    public BinaryPlistBuilder Array(params int[] items) =>
        Raw([.. Start(0xA, items.Length), .. References(items)]);

    public BinaryPlistBuilder Dictionary(params (int Key, int Value)[] entries) => Raw(
    [
        .. Start(0xD, entries.Length),
        .. References(entries.Select(entry => entry.Key)),
        .. References(entries.Select(entry => entry.Value)),
    ]);

    public byte[] Build()
    {
        var file = new List<byte>(Encoding.ASCII.GetBytes(Magic));
        var offsets = new List<ulong>();
        foreach (var one in objects)
        {
            offsets.Add(ClaimedOffset ?? (ulong)file.Count);
            file.AddRange(one);
        }

        var table = (ulong)file.Count;
        file.AddRange(offsets.SelectMany(offset => BigEndian(offset, OffsetSize)));
        file.AddRange(new byte[6]);                                              // unused, sort version
        file.Add(ClaimedOffsetSize ?? (byte)OffsetSize);                         // size of an offset
        file.Add(ClaimedReferenceSize ?? (byte)ReferenceSize);                   // size of a reference
        file.AddRange(BigEndian(ClaimedCount ?? (ulong)objects.Count, 8));       // number of objects
        file.AddRange(BigEndian(TopObject, 8));                                  // the outermost
        file.AddRange(BigEndian(ClaimedTable ?? table, 8));                      // start of the offset table
        return [.. file];
    }

    private static byte[] Start(int kind, int count) => count < 0xF
        ? [(byte)(kind << 4 | count)]
        : [(byte)(kind << 4 | 0xF), 0x12, .. BigEndian((ulong)count, 4)];

    private IEnumerable<byte> References(IEnumerable<int> numbers) =>
        numbers.SelectMany(number => BigEndian((ulong)number, ReferenceSize));

    private static byte[] BigEndian(ulong value, int size)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes[^size..];
    }
}
