using Kappa.Formats.Streams;

namespace Kappa.Tests.Formats.Streams;

internal sealed class StreamWindowTests
{
    [Test]
    public void Shows_its_slice_and_nothing_else()
    {
        using var source = new MemoryStream([0, 1, 2, 3, 4, 5]);
        using var window = new StreamWindow(source, 2, 3);
        using var copy = new MemoryStream();

        window.CopyTo(copy);

        Assert.That(copy.ToArray(), Is.EqualTo(new byte[] { 2, 3, 4 }));
    }

    [Test]
    public void Two_slices_of_one_source_do_not_disturb_each_other()
    {
        using var source = new MemoryStream([0, 1, 2, 3, 4, 5]);
        using var left = new StreamWindow(source, 0, 3);
        using var right = new StreamWindow(source, 3, 3);

        var read = (left.ReadByte(), right.ReadByte(), left.ReadByte(), right.ReadByte());

        Assert.That(read, Is.EqualTo((0, 3, 1, 4)));
    }

    [Test]
    public void Can_be_read_again_from_any_place()
    {
        using var source = new MemoryStream([0, 1, 2, 3, 4, 5]);
        using var window = new StreamWindow(source, 2, 3);
        window.CopyTo(Stream.Null);

        window.Seek(-1, SeekOrigin.End);

        Assert.That(window.ReadByte(), Is.EqualTo(4));
    }

    [Test]
    public void Leaves_its_source_open()
    {
        using var source = new MemoryStream([0, 1]);

        new StreamWindow(source, 0, 1).Dispose();

        Assert.That(source.CanRead, Is.True);
    }
}
