using System.Text;
using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class PropertyListParserTests
{
    [TestCase("info.xml.plist")]
    [TestCase("info.binary.plist")]
    public void Tells_xml_from_binary_by_content(string fixture)
    {
        var bytes = Some.PlistFixture(fixture);

        var info = (NSDictionary)PropertyListParser.Parse(bytes);

        Assert.That(info["CFBundleShortVersionString"].ToString(), Is.EqualTo("128.0.3"));
    }

    [Test]
    public void Reads_a_file_whatever_its_name()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Info.strings", Some.PlistFixture("info.binary.plist"));

        var info = (NSDictionary)PropertyListParser.Parse(new FileInfo(path));

        Assert.That(info["CFBundleName"].ToString(), Is.EqualTo("Firefox"));
    }

    [Test]
    public void Reads_a_stream_from_where_it_stands_and_leaves_it_open()
    {
        using var stream = new MemoryStream([0, 1, 2, .. Some.PlistFixture("info.xml.plist")]) { Position = 3 };

        _ = PropertyListParser.Parse(stream);

        Assert.That(stream.CanRead, Is.True);
    }

    [Test]
    public void Reads_a_stream_that_gives_a_byte_at_a_time()
    {
        using var stream = new DrippingStream(Some.PlistFixture("everything.binary.plist"));

        var all = PropertyListParser.Parse(stream);

        Assert.That(all, Is.InstanceOf<NSDictionary>());
    }

    [TestCase("", "The property list is empty")]
    [TestCase(" \r\n\t", "The property list is empty")]
    [TestCase("\uFEFF", "The property list is empty")]
    [TestCase("{ \"NAME\": \"Firefox\" }", "This is JSON or an old-style (OpenStep) property list")]
    [TestCase("\n( one, two )", "This is JSON or an old-style (OpenStep) property list")]
    [TestCase("// !$*UTF8*$!\n{ a = b; }", "This is JSON or an old-style (OpenStep) property list")]
    [TestCase("Traceback (most recent call last):", "This is not a property list")]
    [TestCase("bplis", "This is not a property list")]
    [TestCase("PK\u0003\u0004", "This is not a property list")]
    [TestCase("<!DOCTYPE html><html><body>Not found</body></html>", "<html> is no value of a property list")]
    [TestCase("<html lang=en>", "The property list is no proper XML")]
    public void Says_what_is_wrong_with_anything_else(string text, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.Contains(message));
    }

    [Test]
    public void Stops_at_8_MiB_of_a_stream_that_never_ends()
    {
        using var stream = new EndlessStream();

        Assert.That(() => PropertyListParser.Parse(stream), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.EqualTo("The property list is larger than 8,388,608 bytes."));
    }

    [Test]
    public void Refuses_more_than_8_MiB_in_memory()
    {
        var bytes = new byte[8 * 1024 * 1024 + 1];

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>());
    }

    [Test]
    public void Lets_a_missing_file_be_a_missing_file()
    {
        using var folder = new TempFolder();

        Assert.That(
            () => PropertyListParser.Parse(new FileInfo(folder["none.plist"])),
            Throws.TypeOf<FileNotFoundException>());
    }

    private sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'<');
            return buffer.Length;
        }
    }
}
