using System.Text;
using Kappa.Formats;
using Kappa.Formats.Xml;

namespace Kappa.Tests.Formats.Xml;

internal sealed class XmlTreeTests
{
    private const string Laughs = """
        <!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>
        """;

    [TestCase("<a><b></a>", TestName = "Tags that do not match are no XML")]
    [TestCase("", TestName = "Nothing is no XML")]
    [TestCase("plain text", TestName = "Text is no XML")]
    [TestCase("<a>&undeclared;</a>", TestName = "An unknown entity is no XML")]
    [TestCase("<?xml version=\"1.0\" encoding=\"no-such\"?><a/>", TestName = "An unknown encoding is no XML")]
    public void Refuses(string document)
    {
        var fault = Assert.Throws<MediaFormatException>(() => Parse(document));

        Assert.That(fault!.What, Does.StartWith("The file is damaged: PackageInfo, byte 77: it is no sound XML"));
    }

    [TestCase(Laughs, TestName = "A DTD with entities is refused")]
    [TestCase("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", TestName = "A DTD elsewhere is refused")]
    public void Refuses_a_document_type(string document)
    {
        var fault = Assert.Throws<MediaFormatException>(() => Parse(document));

        Assert.That(fault!.Found, Is.EqualTo("it has a document type (DTD)"));
    }

    [Test]
    public void Refuses_elements_that_nest_without_end()
    {
        var document = string.Concat(Enumerable.Repeat("<a>", 100_000));

        var fault = Assert.Throws<MediaFormatException>(() => Parse(document));

        Assert.That(fault!.Message, Does.Contain("its elements nest more than 100 deep"));
    }

    [TestCase("<b/>", "'<' stands in it 400,001 times; at most 400,000")]
    [TestCase("x='' ", "'=' stands in it 400,000 times; at most 50,000")]
    public void Refuses_more_nodes_than_a_real_document_has(string node, string sentence)
    {
        var document = $"<a>{string.Concat(Enumerable.Repeat(node, 400_000))}";

        var fault = Assert.Throws<MediaFormatException>(() => Parse(document));

        Assert.That(fault!.Message, Does.Contain(sentence));
    }

    [Test]
    public void Takes_every_encoding_that_the_document_declares()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<a name=\"Zoë\"/>"));

        var root = XmlTree.Parse([.. utf16], "PackageInfo", 0);

        Assert.That(root.Text("name"), Is.EqualTo("Zoë"));
    }

    [Test]
    public void Tells_the_line_of_what_is_wrong()
    {
        var root = Parse("<a>\n<b/>\n<c size=\"many\"/>\n</a>");

        var fault = Assert.Throws<MediaFormatException>(() => root.Element("c")!.Count("size"));

        Assert.That(fault!.Message, Does.Contain("PackageInfo, byte 77: line 3: size is 'many'; it is a number"));
    }

    [TestCase("12", 12)]
    [TestCase(" 12.7 ", 12)]
    [TestCase("", null)]
    public void Reads_counts_as_tools_write_them(string text, long? count) =>
        Assert.That(Parse($"<a size=\"{text}\"/>").Count("size"), Is.EqualTo(count));

    private static System.Xml.Linq.XElement Parse(string document) =>
        XmlTree.Parse(Encoding.UTF8.GetBytes(document), "PackageInfo", 77);
}
