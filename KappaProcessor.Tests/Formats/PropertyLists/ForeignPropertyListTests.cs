using System.Text;
using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

/// <summary>Files that Python's plistlib wrote; see Fixtures/ORIGIN.plists.md.</summary>
internal sealed class ForeignPropertyListTests
{
    [TestCase("everything.xml.plist")]
    [TestCase("everything.binary.plist")]
    [TestCase("everything.utf16.plist")]
    public void Writes_what_it_read_byte_for_byte_as_plistlib_does(string fixture)
    {
        var read = PropertyListParser.Parse(Some.PlistFixture(fixture));

        var written = read.ToXmlPropertyList();

        Assert.That(written, Is.EqualTo(Encoding.UTF8.GetString(Some.PlistFixture("everything.xml.plist"))));
    }

    [TestCase("text", "Firefox")]
    [TestCase("empty text", "")]
    [TestCase("markup", "a < b && c > d \"quoted\" 'single'")]
    [TestCase("lines", " first\n\tsecond ")]
    [TestCase("emoji", "\U0001F469\u200D\U0001F4BB \U0001F34F")]
    [TestCase("true", true)]
    [TestCase("false", false)]
    [TestCase("four bytes", 4294967295L)]
    [TestCase("largest signed", long.MaxValue)]
    [TestCase("largest unsigned", ulong.MaxValue)]
    [TestCase("minus one", -1)]
    [TestCase("smallest", long.MinValue)]
    [TestCase("real", Math.PI)]
    [TestCase("whole real", 1.0)]
    [TestCase("tiny real", -1.5e-300)]
    public void Holds_the_values_that_Python_had(string key, object value)
    {
        var xml = (NSDictionary)PropertyListParser.Parse(Some.PlistFixture("everything.xml.plist"));
        var binary = (NSDictionary)PropertyListParser.Parse(Some.PlistFixture("everything.binary.plist"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(xml[key].ToObject(), Is.EqualTo(value).And.TypeOf(value.GetType()));
            Assert.That(binary[key].ToObject(), Is.EqualTo(value).And.TypeOf(value.GetType()));
        }
    }

    [TestCase("everything.xml.plist")]
    [TestCase("everything.binary.plist")]
    public void Gives_dates_in_UTC(string fixture)
    {
        var all = (NSDictionary)PropertyListParser.Parse(Some.PlistFixture(fixture));

        var date = ((NSDate)all["date"]).Date;

        Assert.That((date, date.Kind), Is.EqualTo((new DateTime(2026, 1, 15, 12, 0, 0), DateTimeKind.Utc)));
    }

    [TestCase("everything.xml.plist")]
    [TestCase("everything.binary.plist")]
    public void Keeps_the_order_of_the_document(string fixture)
    {
        var all = (NSDictionary)PropertyListParser.Parse(Some.PlistFixture(fixture));

        Assert.That(all.Keys.Take(4), Is.EqualTo(["text", "empty text", "markup", "lines"]));
    }

    [TestCase("not-finite.xml.plist")]
    [TestCase("not-finite.binary.plist")]
    public void Knows_reals_that_are_no_finite_number(string fixture)
    {
        var reals = (NSArray)PropertyListParser.Parse(Some.PlistFixture(fixture));

        Assert.That(
            reals.Select(real => ((NSNumber)real).ToDouble()),
            Is.EqualTo([double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, 1e-300]));
    }

    [Test]
    public void Follows_references_of_two_bytes()
    {
        var items = (NSArray)PropertyListParser.Parse(Some.PlistFixture("many.binary.plist"));

        Assert.That(
            items.Select(item => item.ToString()),
            Is.EqualTo(Enumerable.Range(0, 300).Select(n => $"item {n}")));
    }

    [Test]
    public void Reads_the_UIDs_of_a_keyed_archive()
    {
        var archive = (NSDictionary)PropertyListParser.Parse(Some.PlistFixture("archive.binary.plist"));

        var objects = (NSArray)archive["$objects"];

        Assert.That(objects[1], Is.EqualTo(new UID(70000)));
        Assert.That(((NSDictionary)objects[2])["long"], Is.EqualTo(new UID(1UL << 33)));
    }
}
