using System.Buffers.Binary;
using Kappa.Formats.Bom;

namespace Kappa.Tests.Formats.Bom;

internal sealed class BomWriterTests
{
    private static readonly BomPath[] Paths =
    [
        new(".", 0x41ED, null),
        new("./b", 0x41ED, null),
        new("./b/file", 0x81A4, "123456789"u8.ToArray()),
        new("./a", 0x81A4, []),
    ];

    [Test]
    public void Lists_paths_by_folder_and_name()
    {
        var bom = BomWriter.Write(Paths);

        Assert.That(string.Join(' ', Listed(bom).Select(one => one.Name)), Is.EqualTo("0/. 1/a 1/b 2/file"));
    }

    [Test]
    public void Tells_mode_size_and_checksum_of_a_file()
    {
        var properties = Listed(BomWriter.Write(Paths)).Last().Properties;

        Assert.That(Convert.ToHexStringLower(properties), Is.EqualTo(
            "0101000f81a400000000000000000000000000000009" + "01" + "377a6011" + "0000000000000000"));
    }

    [Test]
    public void More_paths_than_one_leaf_holds_are_refused()
    {
        var paths = Enumerable.Range(0, 511).Select(index => new BomPath($"./{index}", 0, null)).ToList();

        Assert.That(() => BomWriter.Write(paths), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    /// <summary>
    /// Follows the blocks as a reader does: names, Paths, its leaf, and from there each pair.
    /// </summary>
    private static IEnumerable<(string Name, byte[] Properties)> Listed(byte[] bom)
    {
        var tree = Block(bom, Named(bom, "Paths"));
        var leaf = Block(bom, Number(tree, 8));
        for (var index = 0; index < BinaryPrimitives.ReadUInt16BigEndian(leaf.AsSpan(2)); index++)
        {
            var info = Block(bom, Number(leaf, 12 + (8 * index)));
            var name = Block(bom, Number(leaf, 16 + (8 * index)));
            yield return (
                $"{Number(name, 0)}/{System.Text.Encoding.UTF8.GetString(name[4..^1])}",
                Block(bom, Number(info, 4)));
        }
    }

    private static int Named(byte[] bom, string name) =>
        Number(bom, bom.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name)) - 5);

    private static byte[] Block(byte[] bom, int number)
    {
        var entry = Number(bom, 16) + 4 + (8 * number);
        return bom[Number(bom, entry)..(Number(bom, entry) + Number(bom, entry + 4))];
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
