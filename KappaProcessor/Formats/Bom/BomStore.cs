using System.Buffers.Binary;
using System.Text;

namespace Kappa.Formats.Bom;

/// <summary>
/// Numbered blocks, some of them with a name; numbers are big-endian
/// (https://github.com/hogliux/bomutils, bom.h, gives the layout that Apple does not publish).
/// <code>
/// offset size
///      0    8  "BOMStore"
///      8    4  version, 1
///     12    4  number of blocks
///     16    8  offset and length of the index: count, offset and length of each block, the free list
///     24    8  offset and length of the names: count, then block, length and text of each
///    512       the blocks
/// </code>
/// </summary>
internal sealed class BomStore
{
    private const int HeaderSize = 512;

    private readonly List<byte[]> blocks = [];
    private readonly List<(int Block, string Name)> names = [];

    /// <summary>The block's number; 0 is no block.</summary>
    public int Add(byte[] block)
    {
        blocks.Add(block);
        return blocks.Count;
    }

    public void Add(string name, byte[] block) => names.Add((Add(block), name));

    public byte[] ToArray()
    {
        var names = Names();
        var namesAt = HeaderSize + blocks.Sum(block => block.Length);
        var index = Index();
        return
        [
            .. "BOMStore"u8,
            .. Numbers(1, blocks.Count, namesAt + names.Length, index.Length, namesAt, names.Length),
            .. new byte[HeaderSize - 32],
            .. blocks.SelectMany(block => block),
            .. names,
            .. index,
        ];
    }

    public static byte[] Numbers(params ReadOnlySpan<int> numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * index), numbers[index]);
        }

        return bytes;
    }

    private byte[] Names() =>
    [
        .. Numbers(names.Count),
        .. names.SelectMany(Name),
    ];

    private static byte[] Name((int Block, string Name) one) =>
        [.. Numbers(one.Block), (byte)one.Name.Length, .. Encoding.ASCII.GetBytes(one.Name)];

    private byte[] Index()
    {
        var at = HeaderSize;
        var index = new List<byte>([.. Numbers(blocks.Count + 1, 0, 0)]);
        foreach (var block in blocks)
        {
            index.AddRange(Numbers(at, block.Length));
            at += block.Length;
        }

        // A free list of two empty places.
        index.AddRange(Numbers(2, 0, 0, 0, 0));
        return [.. index];
    }
}
