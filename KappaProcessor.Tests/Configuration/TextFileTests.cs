using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class TextFileTests
{
    [Test]
    public void Reads_UTF_8_with_and_without_a_byte_order_mark()
    {
        using var folder = new TempFolder();
        var path = folder.Write("with", [0xEF, 0xBB, 0xBF, .. "Größe"u8]);

        Assert.That(TextFile.Read(path).Text, Is.EqualTo("Größe"));
        Assert.That(TextFile.Read(folder.Write("without", "Größe")).Text, Is.EqualTo("Größe"));
    }

    [TestCase(new byte[] { 0x47, 0xF6 }, "is not UTF-8 text", TestName = "Latin-1")]
    [TestCase(new byte[] { 0x61, 0x00 }, "is no text file", TestName = "Binary")]
    public void What_is_no_text_is_refused(byte[] bytes, string fault)
    {
        using var folder = new TempFolder();

        Assert.That(TextFile.Read(folder.Write("file", bytes)).Fault, Is.EqualTo(fault));
    }

    [TestCase(TextFile.LargestSize, null)]
    [TestCase(TextFile.LargestSize + 1, "is larger than 1,048,576 bytes")]
    public void A_large_file_is_not_read(int size, string? fault)
    {
        using var folder = new TempFolder();
        var path = folder.Write("file", new string('x', size));

        Assert.That(TextFile.Read(path).Fault, Is.EqualTo(fault));
    }

    [Test]
    public void A_missing_file_a_missing_folder_and_a_folder_are_told_apart()
    {
        using var folder = new TempFolder();

        using var claims = Assert.EnterMultipleScope();
        Assert.That(TextFile.Read(folder["file"]).Fault, Is.EqualTo("does not exist"));
        Assert.That(TextFile.Read(folder["folder/file"]).Fault, Is.EqualTo("does not exist"));
        Assert.That(TextFile.Read(folder.Path).Fault, Is.EqualTo("is a folder"));
    }
}
