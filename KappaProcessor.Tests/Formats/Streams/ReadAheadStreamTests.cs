using Kappa.Formats;
using Kappa.Formats.Streams;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Streams;

internal sealed class ReadAheadStreamTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(262_144)]
    [TestCase(600_001)]
    public void Gives_all_that_its_source_gives(int length)
    {
        var content = new byte[length];
        new Random(1).NextBytes(content);
        using var stream = new ReadAheadStream(new DrippingStream(content));

        Assert.That(Copy(stream), Is.EqualTo(content));
    }

    [Test]
    public void What_is_wrong_with_the_source_is_said_where_it_is_read()
    {
        using var stream = new ReadAheadStream(new ExpansionGuard(
            new MemoryStream(new byte[300_000]), new ExpansionSource("a", -2L << 20, () => 0), CancellationToken.None));

        Assert.That(() => Copy(stream), Throws.TypeOf<MediaFormatException>());
    }

    [Test]
    public void Can_be_left_before_its_end()
    {
        var source = new MemoryStream(new byte[30_000_000]);
        var stream = new ReadAheadStream(source);
        stream.ReadExactly(new byte[10]);

        stream.Dispose();

        Assert.That(source.Position, Is.LessThan(30_000_000));
    }

    private static byte[] Copy(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
