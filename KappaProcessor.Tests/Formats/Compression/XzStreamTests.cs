using Kappa.Formats;
using Kappa.Formats.Compression;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Compression;

internal sealed class XzStreamTests
{
    [Test]
    public void An_index_that_misses_a_block_is_damage()
    {
        var file = InstallerFixtures.Read("text.blocks.xz");
        var index = file.Length - 12 - (int)(BitConverter.ToUInt32(file, file.Length - 8) + 1) * 4;
        file[index + 1]--;

        Assert.That(() => Expand(file), Throws.TypeOf<MediaFormatException>().With.Message.Contains("the index has"));
    }

    [TestCase(28, TestName = "64 MiB, as xz -9 has")]
    [TestCase(0, TestName = "4 KiB")]
    public void A_dictionary_of_a_size_that_tools_choose_is_left_to_the_decoder(byte bits) => Assert.That(
        () => Expand(WithDictionary(bits)),
        Throws.TypeOf<MediaFormatException>().With.Message.Contains("InvalidFormatException"), "only the CRC is wrong");

    [TestCase(29, "100,663,296")]
    [TestCase(39, "3,221,225,472")]
    public void A_larger_dictionary_is_refused_before_it_is_made(byte bits, string bytes) => Assert.That(
        () => Expand(WithDictionary(bits)),
        Throws.TypeOf<MediaFormatException>().With.Property("Found").EqualTo($"a block claims a dictionary of {bytes} bytes"));

    private static byte[] WithDictionary(byte bits)
    {
        var file = InstallerFixtures.Read("text.xz");
        file[12 + file.AsSpan(12).IndexOf((byte[])[0x21, 0x01]) + 2] = bits;
        return file;
    }

    private static long Expand(byte[] file)
    {
        using var stream = Codecs.Expand(Codec.Xz, new MemoryStream(file));
        using var expanded = new MemoryStream();
        stream.CopyTo(expanded);
        return expanded.Length;
    }
}
