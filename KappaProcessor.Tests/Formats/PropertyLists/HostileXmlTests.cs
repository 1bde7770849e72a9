using System.Text;
using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class HostileXmlTests
{
    [TestCase("", "line 5: <plist> holds no value")]
    [TestCase("text", "<plist> holds no value")]
    [TestCase("<true/><false/>", "<plist> holds a text or more than it may")]
    [TestCase("<true/>text", "<plist> holds a text or more than it may")]
    [TestCase("<null/>", "<null> is no value of a property list")]
    [TestCase("<x:dict xmlns:x='y'/>", "<x:dict> is no value of a property list")]
    [TestCase("<plist/>", "<plist> is no value of a property list")]
    [TestCase("<key>k</key>", "<key> is no value of a property list")]
    [TestCase("<Dict/>", "<Dict> is no value of a property list")]
    [TestCase("<array>text</array>", "<array> holds a text or more than it may")]
    [TestCase("<array><key>k</key></array>", "<key> is no value of a property list")]
    [TestCase("<dict>text</dict>", "<dict> holds a text or more than it may")]
    [TestCase("<dict><string>k</string><true/></dict>", "<string> stands in a <dict> where a <key> belongs")]
    [TestCase("<dict><key>k</key></dict>", "a <key> has no value")]
    [TestCase("<dict><key>k</key>text</dict>", "a <key> has no value")]
    [TestCase("<dict><key>k</key><key>l</key><true/></dict>", "a <key> has no value")]
    [TestCase("<dict><key>k<true/></key><true/></dict>", "XML")]
    [TestCase("<string>a<b/>c</string>", "XML")]
    [TestCase("<true>1</true>", "<true/> or <false/> holds a text")]
    [TestCase("<integer/>", "<integer> holds no integer")]
    [TestCase("<integer>1.5</integer>", "<integer> holds no integer")]
    [TestCase("<integer>1F</integer>", "<integer> holds no integer")]
    [TestCase("<integer>0x</integer>", "<integer> holds no integer")]
    [TestCase("<integer>--1</integer>", "<integer> holds no integer")]
    [TestCase("<integer>1 2</integer>", "<integer> holds no integer")]
    [TestCase("<integer>1,000</integer>", "<integer> holds no integer")]
    [TestCase("<integer>18446744073709551616</integer>", "<integer> holds no integer of at most 64 bits")]
    [TestCase("<integer>-9223372036854775809</integer>", "<integer> holds no integer of at most 64 bits")]
    [TestCase("<integer>0x1FFFFFFFFFFFFFFFF</integer>", "<integer> holds no integer of at most 64 bits")]
    [TestCase("<real/>", "<real> holds no number")]
    [TestCase("<real>1,5</real>", "<real> holds no number")]
    [TestCase("<real>one</real>", "<real> holds no number")]
    [TestCase("<date/>", "<date> holds no date")]
    [TestCase("<date>2026-02-30T12:00:00Z</date>", "<date> holds no date")]
    [TestCase("<date>2026-01-15T12:00:00+01:00</date>", "<date> holds no date")]
    [TestCase("<date>15.01.2026</date>", "<date> holds no date")]
    [TestCase("<data>?!</data>", "<data> holds no base64")]
    [TestCase("<data>AQI</data>", "<data> holds no base64")]
    public void Refuses_what_the_DTD_does_not_allow(string element, string reason)
    {
        var bytes = Some.XmlPlist(element);

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.Contains(reason));
    }

    [TestCase("<plist><string>\u0001</string></plist>", TestName = "A control character")]
    [TestCase("<plist><string>&#1;</string></plist>", TestName = "A control character by number")]
    [TestCase("<plist><string>&#xD800;</string></plist>", TestName = "Half a surrogate pair by number")]
    [TestCase("<plist><string>&nbsp;</string></plist>", TestName = "An entity of HTML")]
    [TestCase("<plist><string>x</plist></string>", TestName = "Crossed elements")]
    [TestCase("<plist><string>x</string>", TestName = "No end")]
    [TestCase("<plist><true/></plist><plist><true/></plist>", TestName = "Two roots")]
    [TestCase("<plist><true/></plist>{}", TestName = "Something after the end")]
    [TestCase("<?xml version='1.1'?><plist><true/></plist>", TestName = "XML 1.1")]
    [TestCase("<?xml version='1.0' encoding='utf-16'?><plist><true/></plist>", TestName = "UTF-16 that is none")]
    [TestCase("<?xml version='1.0' encoding='utf-7'?><plist><true/></plist>", TestName = "UTF-7")]
    [TestCase("<?xml version='1.0' encoding='klingon'?><plist><true/></plist>", TestName = "An unknown encoding")]
    [TestCase("<!DOCTYPE plist [ <!ENTITY a 'b'> ", TestName = "A DOCTYPE without an end")]
    [TestCase("<", TestName = "One character")]
    public void Refuses_what_is_no_XML(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.StartsWith("The property list is no proper XML: "));
    }

    [Test]
    public void Refuses_bytes_that_are_no_UTF_8()
    {
        byte[] bytes = [.. "<plist><string>"u8, 0xFF, 0xC0, .. "</string></plist>"u8];

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>());
    }

    [TestCase("<!DOCTYPE plist [ <!ENTITY a 'text'> ]>")]
    [TestCase("<!DOCTYPE plist [ <!ENTITY a SYSTEM 'file:///etc/hostname'> ]>")]
    [TestCase("<!DOCTYPE plist [ <!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'> %p; ]>")]
    [TestCase("<!DOCTYPE plist SYSTEM 'file:///dev/zero'>")]
    public void Uses_no_entity_of_a_DOCTYPE(string doctype)
    {
        var bytes = Encoding.UTF8.GetBytes($"{doctype}<plist><string>&a;</string></plist>");

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.Contains("undeclared entity 'a'"));
    }

    [TestCase("<!DOCTYPE plist [ <!ELEMENT plist ANY> <!ENTITY a 'x'> <!ENTITY b '&a;&a;&a;&a;'> ]>")]
    [TestCase("<!DOCTYPE plist PUBLIC 'x' 'http://127.0.0.1:1/x.dtd'>")]
    public void Reads_past_a_DOCTYPE_without_looking_into_it(string doctype)
    {
        var bytes = Encoding.UTF8.GetBytes($"{doctype}<plist><string>x</string></plist>");

        Assert.That(PropertyListParser.Parse(bytes).ToString(), Is.EqualTo("x"));
    }

    [TestCase(128, true)]
    [TestCase(129, false)]
    [TestCase(200_000, false)]
    public void Nests_128_deep_and_no_deeper(int depth, bool readable)
    {
        var bytes = Some.XmlPlist(Repeat("<array>", depth) + Repeat("</array>", depth));

        Assert.That(
            () => PropertyListParser.Parse(bytes),
            readable ? Throws.Nothing : Throws.TypeOf<PropertyListFormatException>()
                .With.Message.EqualTo("The property list is nested deeper than 128 levels."));
    }

    [Test]
    public void Nests_dictionaries_no_deeper_than_arrays()
    {
        var bytes = Some.XmlPlist(Repeat("<dict><key>k</key>", 5000));

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.Contains("nested deeper"));
    }

    [TestCase("<array>", "<true/>", "</array>")]
    [TestCase("<dict>", "<key/><dict/>", "</dict>")]
    public void Holds_250000_values_at_most(string start, string item, string end)
    {
        var bytes = Some.XmlPlist(start + Repeat(item, 250_000) + end);

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.EqualTo("The property list holds more than 250,000 values."));
    }

    [Test]
    public void Does_not_collect_a_hundred_thousand_attributes()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(n => $" a{n}=''"));
        var bytes = Encoding.UTF8.GetBytes($"<plist{attributes}><true/></plist>");

        var allocated = Allocations.Of(() => Assert.That(
            () => PropertyListParser.Parse(bytes),
            Throws.TypeOf<PropertyListFormatException>().With.Message.Contains("more than 100 attributes")));

        Assert.That(allocated, Is.LessThan(1_000_000));
    }

    [Test]
    public void Does_not_repeat_an_element_name_of_any_length()
    {
        var bytes = Some.XmlPlist($"<{new string('x', 100_000)}/>");

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.Length.LessThan(200));
    }

    private static string Repeat(string text, int count) =>
        new StringBuilder().Insert(0, text, count).ToString();
}
