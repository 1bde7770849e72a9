using System.Text;
using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class XmlWritingTests
{
    [Test]
    public void Writes_the_whole_document_as_Apple_does()
    {
        var root = new NSDictionary
        {
            { "name", "Firefox" },
            { "changed", true },
            { "days", 7L },
            { "rows", new NSArray(new NSDictionary { { "id", "a" } }, new NSArray(), new NSDictionary()) },
        };

        var xml = root.ToXmlPropertyList();

        Golden.Matches(xml, "XmlWritingTests.Document");
    }

    [TestCase("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [TestCase("\"quoted\" 'single'", "\"quoted\" 'single'")]
    [TestCase(" \ttabs\nand lines ", " \ttabs\nand lines ")]
    [TestCase("carriage\rreturn", "carriage&#13;return")]
    [TestCase("]]>", "]]&gt;")]
    [TestCase("Größe \U0001F34F", "Größe \U0001F34F")]
    [TestCase("nul \0 bell \a delete \u007F", "nul \uFFFD bell \uFFFD delete \u007F", TestName = "XML cannot spell control characters")]
    [TestCase("\uFFFE\uFFFF", "\uFFFD\uFFFD", TestName = "XML cannot spell two code points that are no characters")]
    public void Spells_texts_and_keys(string text, string spelling)
    {
        var xml = new NSDictionary { { text, text } }.ToXmlPropertyList();

        Assert.That(xml, Does.Contain($"\t<key>{spelling}</key>\n\t<string>{spelling}</string>\n"));
    }

    [Test]
    public void Replaces_halves_of_surrogate_pairs()
    {
        var text = new NSString("a\uD83Cb\uDF4Fc");

        var read = PropertyListParser.Parse(Encoding.UTF8.GetBytes(text.ToXmlPropertyList()));

        Assert.That(read.ToString(), Is.EqualTo("a\uFFFDb\uFFFDc"));
    }

    [TestCase(0.0, "0.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(1.0, "1.0")]
    [TestCase(-2.5, "-2.5")]
    [TestCase(0.1, "0.1")]
    [TestCase(123456789012345.0, "123456789012345.0")]
    [TestCase(1e20, "1e+20")]
    [TestCase(1e-7, "1e-07")]
    [TestCase(double.NaN, "nan")]
    [TestCase(double.PositiveInfinity, "+infinity")]
    [TestCase(double.NegativeInfinity, "-infinity")]
    public void Spells_reals_so_that_Apple_and_Python_read_them(double value, string text) =>
        Assert.That(new NSNumber(value).ToXmlPropertyList(), Does.Contain($"\n<real>{text}</real>\n"));

    [Test]
    public void Writes_local_times_in_UTC_without_fractions()
    {
        var local = new DateTime(2026, 1, 15, 12, 0, 0, 987, DateTimeKind.Utc).ToLocalTime();

        var xml = new NSDate(local).ToXmlPropertyList();

        Assert.That(xml, Does.Contain("<date>2026-01-15T12:00:00Z</date>"));
    }

    [Test]
    public void Writes_a_UID_as_Apple_spells_it() =>
        Assert.That(new UID(5).ToXmlPropertyList(), Does.Contain(
            "<dict>\n\t<key>CF$UID</key>\n\t<integer>5</integer>\n</dict>\n"));

    [TestCase(128, true)]
    [TestCase(129, false)]
    public void Nests_128_deep_and_no_deeper(int depth, bool writable)
    {
        NSObject root = new NSArray();
        for (var level = 1; level < depth; level++)
        {
            root = new NSArray(root);
        }

        // The innermost array is empty and needs no level of its own.
        root = new NSArray(root);

        Assert.That(
            root.ToXmlPropertyList,
            writable ? Throws.Nothing : Throws.TypeOf<PropertyListFormatException>());
    }

    [Test]
    public void Refuses_an_array_that_contains_itself()
    {
        var array = new NSArray();
        array.Add(array);

        Assert.That(array.ToXmlPropertyList, Throws.TypeOf<PropertyListFormatException>());
    }
}
