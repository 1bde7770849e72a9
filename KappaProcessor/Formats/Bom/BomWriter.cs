using System.Buffers.Binary;
using System.Text;

namespace Kappa.Formats.Bom;

/// <summary>
/// Writes the bill of materials of a small payload: what <c>pkgutil</c> later knows to be installed.
/// </summary>
internal static class BomWriter
{
    private const int LeafSize = 4096;

    /// <summary>So many fit into one leaf, and a tree of one leaf is all that is written here.</summary>
    private const int MostPaths = (LeafSize - 12) / 8;

    /// <param name="paths">A folder before what is in it, at most 510.</param>
    public static byte[] Write(IReadOnlyList<BomPath> paths)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paths.Count, MostPaths);
        var store = new BomStore();
        store.Add("BomInfo", BomInfo(paths));
        store.Add("Paths", Tree(store, Entries(store, paths), LeafSize));
        store.Add("HLIndex", Tree(store, [], LeafSize));
        store.Add("VIndex", [.. BomStore.Numbers(1, store.Add(Tree(store, [], 128)), 0), 0]);
        store.Add("Size64", Tree(store, [], LeafSize));
        return store.ToArray();
    }

    /// <summary>
    /// Version, number of paths and one more, then one architecture: none, with the size of everything.
    /// </summary>
    private static byte[] BomInfo(IReadOnlyList<BomPath> paths) =>
        BomStore.Numbers(1, paths.Count + 1, 1, 0, 0, paths.Sum(path => path.Content?.Length ?? 0), 0);

    /// <summary>
    /// Pairs of blocks, what the path is and what it is called, by the number of the folder, then by name.
    /// </summary>
    private static List<(int Info, int Name)> Entries(BomStore store, IReadOnlyList<BomPath> paths)
    {
        var ids = paths.Select((path, index) => (path.Path, index + 1)).ToDictionary();
        return
        [
            .. paths
                .OrderBy(path => path.Parent is null ? 0 : ids[path.Parent])
                .ThenBy(path => path.Name, StringComparer.Ordinal)
                .Select(path => (
                    store.Add(BomStore.Numbers(ids[path.Path], store.Add(Properties(path)))),
                    store.Add(Name(path, path.Parent is null ? 0 : ids[path.Parent])))),
        ];
    }

    private static byte[] Properties(BomPath path)
    {
        var size = path.Content?.Length ?? 0;
        var checksum = path.Content is { } content ? PosixChecksum.Of(content) : 0;
        var bytes = new byte[path.Content is null ? 31 : 35];
        bytes[0] = (byte)(path.Content is null ? 2 : 1); // type: folder, file
        bytes[1] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), 0x000F); // architectures: any
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), (ushort)path.Mode);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(18), size); // after owner, group, time
        bytes[22] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(23), checksum);
        return bytes;
    }

    private static byte[] Name(BomPath path, int parent) =>
        [.. BomStore.Numbers(parent), .. Encoding.UTF8.GetBytes(path.Name), 0];

    private static byte[] Tree(BomStore store, List<(int Info, int Name)> entries, int leafSize) =>
        [.. "tree"u8, .. BomStore.Numbers(1, store.Add(Leaf(entries, leafSize)), leafSize, entries.Count), 0];

    private static byte[] Leaf(List<(int Info, int Name)> entries, int size)
    {
        var leaf = new byte[size];
        BinaryPrimitives.WriteUInt16BigEndian(leaf, 1);
        BinaryPrimitives.WriteUInt16BigEndian(leaf.AsSpan(2), (ushort)entries.Count);
        for (var index = 0; index < entries.Count; index++)
        {
            BomStore.Numbers(entries[index].Info, entries[index].Name).CopyTo(leaf, 12 + (8 * index));
        }

        return leaf;
    }
}
