using Kappa.Formats;
using Kappa.Formats.Streams;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Streams;

internal sealed class BigEndianReaderTests
{
    [Test]
    public void Reads_numbers_with_the_high_byte_first()
    {
        var reader = Reader([1, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 5]);

        Assert.That(
            new object[] { reader.UInt16("a"), reader.UInt32("b"), reader.UInt64("c"), reader.Position },
            Is.EqualTo(new object[] { (ushort)258, 256u, 5ul, 14L }));
    }

    [Test]
    public void Says_where_the_bytes_end()
    {
        var reader = Reader([1, 2, 3]);
        reader.UInt16("the size");

        var fault = Assert.Throws<MediaFormatException>(() => reader.UInt32("the length"));

        Assert.That(fault, Has.Property("Offset").EqualTo(2));
        Assert.That(fault!.Message, Does.Contain("the length ends after 1 bytes; it has 4"));
    }

    [Test]
    public void Does_not_believe_a_length_above_the_limit()
    {
        var reader = Reader([1]);

        var fault = Assert.Throws<MediaFormatException>(() => reader.ReadBytes(ulong.MaxValue, 9, "the name"));

        Assert.That(fault!.Message, Does.Contain("the name claims 18,446,744,073,709,551,615 bytes; at most 9"));
    }

    [Test]
    public void Shows_a_wrong_magic_beside_the_right_one()
    {
        var reader = Reader([0x50, 0x4B]);

        var fault = Assert.Throws<MediaFormatException>(() => reader.Expect("xa"u8, "the magic"));

        Assert.That(fault!.Message, Does.Contain("test, byte 0: the magic is 504B; 7861 belongs there"));
    }

    [Test]
    public void Goes_on_until_it_has_everything_although_the_source_gives_little_at_a_time()
    {
        var reader = new BigEndianReader(new DrippingStream([1, 2, 3, 4]), "test");

        Assert.That(reader.UInt32("a number"), Is.EqualTo(0x01020304));
    }

    private static BigEndianReader Reader(byte[] bytes) => new(new MemoryStream(bytes), "test");
}
