using System.Text;
using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class XmlReadingTests
{
    [TestCase("<true/>", true)]
    [TestCase("<false />", false)]
    [TestCase("<true></true>", true)]
    [TestCase("<integer>7</integer>", 7)]
    [TestCase("<integer> +7 </integer>", 7)]
    [TestCase("<integer>-7</integer>", -7)]
    [TestCase("<integer>007</integer>", 7)]
    [TestCase("<integer>-0</integer>", 0)]
    [TestCase("<integer>0x1F</integer>", 31)]
    [TestCase("<integer>0Xff</integer>", 255)]
    [TestCase("<integer>-0x10</integer>", -16)]
    [TestCase("<integer>2147483648</integer>", 2147483648L)]
    [TestCase("<integer>9223372036854775808</integer>", 9223372036854775808UL)]
    [TestCase("<integer>0xFFFFFFFFFFFFFFFF</integer>", ulong.MaxValue)]
    [TestCase("<real>1</real>", 1.0)]
    [TestCase("<real> -2.5e3 </real>", -2500.0)]
    [TestCase("<real>.5</real>", 0.5)]
    [TestCase("<real>NaN</real>", double.NaN)]
    [TestCase("<real>+Infinity</real>", double.PositiveInfinity)]
    [TestCase("<real>-inf</real>", double.NegativeInfinity)]
    [TestCase("<string>text</string>", "text")]
    [TestCase("<string/>", "")]
    [TestCase("<string></string>", "")]
    [TestCase("<string>  </string>", "  ", TestName = "White space alone is a text")]
    [TestCase("<string>\n a\r\nb\t</string>", "\n a\nb\t", TestName = "White space stays, line ends become line feeds")]
    [TestCase("<string><![CDATA[<a> & <b>]]></string>", "<a> & <b>")]
    [TestCase("<string>a<![CDATA[b]]>c</string>", "abc")]
    [TestCase("<string>a<!-- no -->b<?no no?>c</string>", "abc")]
    [TestCase("<string>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F34F;</string>", "<&>\"'A\U0001F34F")]
    public void Reads_values(string element, object value)
    {
        var read = PropertyListParser.Parse(Some.XmlPlist(element));

        Assert.That(read.ToObject(), Is.EqualTo(value).And.TypeOf(value.GetType()));
    }

    [TestCase("2026-01-15T12:30:45Z", "2026-01-15T12:30:45")]
    [TestCase(" 2026-01-15T12:30:45Z\n", "2026-01-15T12:30:45")]
    [TestCase("0001-01-01T00:00:00Z", "0001-01-01T00:00:00")]
    [TestCase("2026-01-15T12:30Z", "2026-01-15T12:30:00", TestName = "The DTD lets smaller units be left out: seconds")]
    [TestCase("2026-01Z", "2026-01-01T00:00:00", TestName = "The DTD lets smaller units be left out: days")]
    public void Reads_dates(string text, string utc)
    {
        var read = (NSDate)PropertyListParser.Parse(Some.XmlPlist($"<date>{text}</date>"));

        Assert.That(read.Date.ToString("s"), Is.EqualTo(utc));
    }

    [TestCase("", "")]
    [TestCase("AQID", "010203")]
    [TestCase("\n\t AQ\n\t ID\n\t BA== \n", "01020304")]
    public void Reads_data(string base64, string hex)
    {
        var read = (NSData)PropertyListParser.Parse(Some.XmlPlist($"<data>{base64}</data>"));

        Assert.That(Convert.ToHexString(read.Bytes), Is.EqualTo(hex));
    }

    [Test]
    public void Skips_comments_and_instructions_between_elements()
    {
        var bytes = Some.XmlPlist(
            "<!-- a --><dict><!-- b --><key>k</key><?c d?><array><!-- e --><true/></array> <!-- f --></dict>");

        var read = (NSDictionary)PropertyListParser.Parse(bytes);

        Assert.That(read["k"].ToObject(), Is.EqualTo(new object[] { true }));
    }

    [TestCase("", TestName = "No declaration, no DOCTYPE")]
    [TestCase(" \r\n\t<?xml version='1.0'?>", TestName = "White space before the declaration")]
    [TestCase("\uFEFF<?xml version='1.0' encoding='utf-8'?>", TestName = "A byte order mark")]
    [TestCase("\uFEFF\n<?xml version='1.0'?>", TestName = "A byte order mark and white space")]
    [TestCase("<!DOCTYPE plist SYSTEM 'file://localhost/System/Library/DTDs/PropertyList.dtd'>")]
    [TestCase("<!-- a comment -->")]
    public void Reads_documents_however_they_start(string start)
    {
        var document = Encoding.UTF8.GetBytes($"{start}<plist><string>x</string></plist>\n<!-- end -->\n");

        Assert.That(PropertyListParser.Parse(document).ToString(), Is.EqualTo("x"));
    }

    [Test]
    public void Reads_a_value_without_its_plist_element() =>
        Assert.That(PropertyListParser.Parse("<string>x</string>"u8.ToArray()).ToString(), Is.EqualTo("x"));

    [TestCase("utf-16LE", "utf-16", true)]
    [TestCase("utf-16BE", "utf-16", true)]
    [TestCase("utf-16LE", "utf-16", false)]
    [TestCase("utf-16BE", "utf-16", false)]
    [TestCase("iso-8859-1", "iso-8859-1", false)]
    public void Reads_other_encodings(string name, string declared, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version='1.0' encoding='{declared}'?><plist><string>Größe</string></plist>";

        var read = PropertyListParser.Parse(encoding.GetBytes((hasMark ? "\uFEFF" : "") + text));

        Assert.That(read.ToString(), Is.EqualTo("Größe"));
    }

    [Test]
    public void Takes_the_last_of_a_key_given_twice_as_a_Mac_does()
    {
        var read = (NSDictionary)PropertyListParser.Parse(Some.XmlPlist(
            "<dict><key>a</key><integer>1</integer><key>b</key><true/><key>a</key><integer>2</integer></dict>"));

        Assert.That(read.Select(entry => $"{entry.Key}={entry.Value}"), Is.EqualTo(["a=2", "b=True"]));
    }

    [TestCase("<dict><key>CF$UID</key><integer>5</integer></dict>", typeof(UID))]
    [TestCase("<dict><key>CF$UID</key><string>5</string></dict>", typeof(NSDictionary))]
    [TestCase("<dict><key>CF$UID</key><integer>-5</integer></dict>", typeof(NSDictionary))]
    [TestCase("<dict><key>CF$UID</key><integer>5</integer><key>b</key><true/></dict>", typeof(NSDictionary))]
    public void Knows_the_spelling_of_a_UID(string element, Type type) =>
        Assert.That(PropertyListParser.Parse(Some.XmlPlist(element)), Is.TypeOf(type));
}
