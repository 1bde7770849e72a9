using System.Text;
using Claunia.PropertyList;
using CsCheck;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class PropertyListFuzzTests
{
    private static readonly string[] Fixtures =
    [
        "info.xml.plist", "info.binary.plist", "everything.xml.plist", "everything.binary.plist",
        "everything.utf16.plist", "archive.binary.plist", "not-finite.binary.plist", "not-finite.xml.plist",
    ];

    [Test]
    public void Reads_or_refuses_a_thousand_damaged_files() => DamagedFile().First(1000, ReadOrRefuse);

    [Test, Explicit, Category("Fuzz")]
    public void Reads_or_refuses_100000_damaged_files() =>
        DamagedFile().Sample(ReadOrRefuse, iter: 100_000, threads: 1, print: Convert.ToHexString);

    [Test]
    public void Reads_a_thousand_values_as_they_were_written()
    {
        var values = Value();

        for (var seed = 0U; seed < 1000; seed++)
        {
            SurvivesWriting(values.Generate(new PCG(seed, 20260115), null, out _));
        }
    }

    [Test, Explicit, Category("Fuzz")]
    public void Reads_100000_values_as_they_were_written() =>
        Value().Sample(SurvivesWriting, iter: 100_000, threads: 1, print: value => value.ToXmlPropertyList());

    /// <summary>What is read can be written and read again, and is then the same however often.</summary>
    private static void ReadOrRefuse(byte[] bytes)
    {
        if (TryRead(bytes) is { } value)
        {
            var once = ReadAgain(value);

            Assert.That(ReadAgain(once).ToXmlPropertyList(), Is.EqualTo(once.ToXmlPropertyList()));
        }
    }

    private static NSObject? TryRead(byte[] bytes)
    {
        try
        {
            return PropertyListParser.Parse(bytes);
        }
        catch (PropertyListFormatException refusal)
        {
            Assert.That(refusal.Message, Does.StartWith("Th").And.EndsWith("."));
            return null;
        }
    }

    private static void SurvivesWriting(NSObject value) =>
        Assert.That(ReadAgain(value), Is.EqualTo(value).Using<NSObject>((one, other) => one.Equals(other)));

    private static NSObject ReadAgain(NSObject value) =>
        PropertyListParser.Parse(Encoding.UTF8.GetBytes(value.ToXmlPropertyList()));

    private static Gen<byte[]> DamagedFile() => Damage.To([.. Fixtures.Select(Some.PlistFixture)]);

    private static Gen<NSObject> Value() => Gen.Recursive<NSObject>((depth, inner) => depth > 4
        ? Scalar()
        : Gen.OneOf<NSObject>(
            Scalar(),
            inner.Array[0, 4].Select(NSObject (items) => new NSArray(items)),
            Gen.Select(Text(), inner).Array[0, 4].Select(NSObject (entries) => Dictionary(entries))));

    private static Gen<NSObject> Scalar() => Gen.OneOf<NSObject>(
        Text().Select(NSObject (text) => new NSString(text)),
        Gen.Bool.Select(NSObject (flag) => new NSNumber(flag)),
        Gen.Long.Select(NSObject (number) => new NSNumber(number)),
        Gen.Double.Select(NSObject (number) => new NSNumber(number)),
        Gen.Byte.Array[0, 200].Select(NSObject (bytes) => new NSData(bytes)),
        Gen.Long[0, 253402300799].Select(NSObject (second) => new NSDate(DateTime.UnixEpoch.AddSeconds(second))));

    /// <summary>Of characters that XML can spell.</summary>
    private static Gen<string> Text() => Gen.OneOf<char>(
        Gen.Char[' ', '~'],
        Gen.Char['\u0080', '\uD7FF'],
        Gen.OneOf('\t', '\n', '\r', '<', '>', '&', ']'))
        .Array[0, 20].Select(letters => new string(letters));

    private static NSDictionary Dictionary(IEnumerable<(string Key, NSObject Value)> entries)
    {
        var dictionary = new NSDictionary();
        foreach (var (key, value) in entries)
        {
            dictionary[key] = value;
        }

        return dictionary;
    }
}
