using Kappa.Formats.Cpio;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Cpio;

internal sealed class CpioWriterTests
{
    [Test]
    public void Writes_what_libarchive_reads()
    {
        using var folder = new TempFolder();
        using var archive = new MemoryStream();
        var writer = new CpioWriter(archive);
        writer.Add(".", 0x41ED, []);
        writer.Add("./Zoë.app", 0x81A4, "text"u8.ToArray());
        writer.Finish();

        Assert.That(Libarchive.List(folder.Write("a.cpio", archive.ToArray())), Does.StartWith(". ./Zo"));
    }

    [Test]
    public void Writes_what_the_form_says()
    {
        using var archive = new MemoryStream();

        new CpioWriter(archive).Add("./a", 0x81A4, "text"u8.ToArray());

        Assert.That(archive.ToArray(), Is.EqualTo(
            "0707070000000000011006440000000000000000010000000000000000000000400000000004./a\0text"u8.ToArray()));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Our_tests_write_what_libarchive_reads(bool newc)
    {
        using var folder = new TempFolder();
        var archive = new CpioBuilder().WithFolder(".").With("./a", "12345").With("./b", "1");

        var names = Libarchive.List(folder.Write("a.cpio", (newc ? archive.Newc() : archive).Build()));

        Assert.That(names, Is.EqualTo(". ./a ./b"));
    }
}
