using Kappa.Formats;
using Kappa.Formats.Compression;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Compression;

internal sealed class CodecsTests
{
    [TestCase(Codec.Plain, "text.txt")]
    [TestCase(Codec.Zlib, "text.zz")]
    [TestCase(Codec.Gzip, "text.gz")]
    [TestCase(Codec.Bzip2, "text.bz2")]
    [TestCase(Codec.Xz, "text.xz")]
    [TestCase(Codec.Xz, "text.blocks.xz")]
    public void Expands_what_other_tools_compressed(Codec codec, string file)
    {
        var expanded = Expand(codec, InstallerFixtures.Read(file));

        Assert.That(expanded, Is.EqualTo(InstallerFixtures.Read("text.txt")));
    }

    [TestCase(Codec.Zlib, "text.zz")]
    [TestCase(Codec.Gzip, "text.gz")]
    [TestCase(Codec.Bzip2, "text.bz2")]
    [TestCase(Codec.Xz, "text.xz")]
    public void A_spoiled_byte_anywhere_is_damage_and_nothing_worse(Codec codec, string file)
    {
        var sound = InstallerFixtures.Read(file);
        var other = Enumerable.Range(0, sound.Length)
            .Select(at => Outcome(codec, Spoil(sound, at)))
            .Where(outcome => outcome is not (null or MediaFormatException));

        Assert.That(other, Is.Empty);
    }

    [TestCase(Codec.Bzip2, "text.bz2")]
    [TestCase(Codec.Xz, "text.xz")]
    public void A_missing_end_is_damage_wherever_it_is_cut(Codec codec, string file)
    {
        var sound = InstallerFixtures.Read(file);
        var other = Enumerable.Range(1, sound.Length - 1)
            .Select(length => Outcome(codec, sound[..length]))
            .Where(outcome => outcome is not MediaFormatException);

        Assert.That(other, Is.Empty);
    }

    [Test]
    public void Data_that_asks_for_a_dictionary_is_damage()
    {
        byte[] data = [0x78, 0xBB, 0, 0, 0, 1, 3, 0, 0, 0, 0, 1];

        Assert.That(Outcome(Codec.Zlib, data), Is.TypeOf<MediaFormatException>());
    }

    [Test]
    public void Leaves_its_source_open([Values] Codec codec)
    {
        using var source = new MemoryStream();

        Codecs.Expand(codec, source);

        Assert.That(source.CanRead, Is.True);
    }

    private static Exception? Outcome(Codec codec, byte[] content) => Thrown.By(() => Expand(codec, content));

    private static byte[] Spoil(byte[] sound, int at)
    {
        var spoiled = sound.ToArray();
        spoiled[at] ^= 0x55;
        return spoiled;
    }

    private static byte[] Expand(Codec codec, byte[] content)
    {
        using var source = new MemoryStream(content);
        using var stream = Codecs.Expand(codec, source);
        using var expanded = new MemoryStream();
        stream.CopyTo(expanded);
        return expanded.ToArray();
    }
}
