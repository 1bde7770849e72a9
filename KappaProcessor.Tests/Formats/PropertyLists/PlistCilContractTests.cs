using System.Text;
using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

/// <summary>
/// What Kappa may rely on of Claunia.PropertyList, whether it is the stand-in or, with
/// <c>-p:UsePlistCil=true</c>, the package: the only fixture here that is compiled and has to pass with both.
/// </summary>
internal sealed class PlistCilContractTests
{
    [Test]
    public void Builds_writes_and_reads_every_kind_of_value()
    {
        var root = new NSDictionary
        {
            { "text", new NSString("a < b & c") },
            { "wrapped text", "wrapped" },
            { "long", 1L << 40 },
            { "real", 1.5 },
            { "flag", true },
            { "nothing", (object?)null! },
            { "date", new NSDate(Some.Noon.UtcDateTime) },
            { "data", new NSData([1, 2, 3]) },
            { "array", new NSArray(new NSNumber(1), new NSNumber(2L), new NSNumber(2.5), new NSNumber(false)) },
        };
        root["dictionary"] = new NSDictionary { ["k"] = new NSString("v") };

        var read = (NSDictionary)PropertyListParser.Parse(Encoding.UTF8.GetBytes(root.ToXmlPropertyList()));

        Assert.That(Describe(read), Is.EqualTo(
            "{text: a < b & c, wrapped text: wrapped, long: 1099511627776, real: 1.5, flag: True, "
            + "date: 2026-01-15T12:00:00, data: 010203, array: [1, 2, 2.5, False], dictionary: {k: v}}"));
    }

    [TestCase("info.xml.plist")]
    [TestCase("info.binary.plist")]
    public void Reads_bytes_streams_and_files_alike(string fixture)
    {
        using var folder = new TempFolder();
        var bytes = Some.PlistFixture(fixture);
        using var stream = new MemoryStream(bytes);
        var file = new FileInfo(folder.Write("any.name", bytes));

        var read = Describe(PropertyListParser.Parse(bytes));

        Assert.That(read, Does.StartWith("{CFBundleDevelopmentRegion: en, CFBundleExecutable: firefox, "));
        Assert.That(Describe(PropertyListParser.Parse(stream)), Is.EqualTo(read));
        Assert.That(Describe(PropertyListParser.Parse(file)), Is.EqualTo(read));
    }

    [Test]
    public void Looks_up_entries_of_a_dictionary()
    {
        var info = (NSDictionary)PropertyListParser.Parse(Some.PlistFixture("info.binary.plist"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(info.ContainsKey("CFBundleName"), Is.True);
            Assert.That(info.TryGetValue("CFBundleName", out var name) ? $"{name}" : "", Is.EqualTo("Firefox"));
            Assert.That(info.TryGetValue("none", out _), Is.False);
            Assert.That(info.ObjectForKey("none"), Is.Null);
            Assert.That(info, Has.Count.EqualTo(info.Keys.Count));
            Assert.That(() => info["none"], Throws.TypeOf<KeyNotFoundException>());
            Assert.That(info.Remove("CFBundleName"), Is.True);
            Assert.That(() => info.Add("CFBundleVersion", "again"), Throws.ArgumentException);
        }
    }

    [Test]
    public void Changes_the_items_of_an_array()
    {
        var array = new NSArray(new NSString("b"));

        array.Insert(0, new NSString("a"));
        array.Add("c");
        array[1] = new NSNumber(2);
        array.RemoveAt(2);

        Assert.That(Describe(array), Is.EqualTo("[a, 2]"));
    }

    [TestCase("<true/>", true, 1)]
    [TestCase("<integer>7</integer>", true, 7)]
    [TestCase("<integer>0</integer>", false, 0)]
    [TestCase("<real>2.0</real>", true, 2)]
    public void Converts_numbers(string element, bool flag, int whole)
    {
        var number = (NSNumber)PropertyListParser.Parse(Some.XmlPlist(element));

        Assert.That((number.ToBool(), number.ToInt(), number.ToLong(), number.ToDouble()),
            Is.EqualTo((flag, whole, (long)whole, (double)whole)));
    }

    [TestCase("<false/>", true, false, false)]
    [TestCase("<integer>7</integer>", false, true, false)]
    [TestCase("<real>7</real>", false, false, true)]
    public void Tells_kinds_of_numbers_apart(string element, bool isBoolean, bool isInteger, bool isReal)
    {
        var number = (NSNumber)PropertyListParser.Parse(Some.XmlPlist(element));

        Assert.That(
            (number.isBoolean(), number.isInteger(), number.isReal()),
            Is.EqualTo((isBoolean, isInteger, isReal)));
    }

    [Test]
    public void Turns_values_into_those_of_NET_and_back()
    {
        var value = new Dictionary<string, object> { ["a"] = new object[] { 1, "x", true } };

        Assert.That(NSObject.Wrap(value).ToObject(), Is.EqualTo(value));
    }

    [Test]
    public void Reads_a_UID()
    {
        var archive = (NSDictionary)PropertyListParser.Parse(Some.PlistFixture("archive.binary.plist"));

        var uid = (UID)((NSDictionary)archive["$top"])["root"];

        Assert.That((uid.ToUInt64(), uid.Bytes), Is.EqualTo((1UL, new byte[] { 1 })));
    }

    [Test]
    public void Refuses_what_is_no_property_list() =>
        Assert.That(
            () => PropertyListParser.Parse("hello"u8.ToArray()),
            Throws.TypeOf<PropertyListFormatException>());

    private static string Describe(NSObject value) => value switch
    {
        NSDictionary entries =>
            $"{{{string.Join(", ", entries.Select(entry => $"{entry.Key}: {Describe(entry.Value)}"))}}}",
        NSArray items => $"[{string.Join(", ", items.Select(Describe))}]",
        NSDate date => date.Date.ToUniversalTime().ToString("s"),
        NSData data => Convert.ToHexString(data.Bytes, 0, data.Length),
        NSString text => text.Content,
        _ => $"{value}",
    };
}
