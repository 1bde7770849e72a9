using System.Text;
using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class DamagedPropertyListTests
{
    [TestCase("info.binary.plist", 0)]
    [TestCase("info.xml.plist", 1, TestName = "The last line feed of XML may be missing")]
    [TestCase("archive.binary.plist", 0)]
    public void Refuses_a_file_that_ends_anywhere_before_its_end(string fixture, int spare)
    {
        var whole = Some.PlistFixture(fixture);

        var readable = Enumerable.Range(0, whole.Length - spare).Where(length => IsReadable(whole[..length]));

        Assert.That(readable, Is.Empty);
    }

    [TestCase("info.binary.plist")]
    [TestCase("info.xml.plist")]
    [TestCase("archive.binary.plist")]
    public void Reads_or_refuses_a_file_with_any_one_byte_changed(string fixture)
    {
        var whole = Some.PlistFixture(fixture);

        var readable = Enumerable.Range(0, whole.Length)
            .SelectMany(_ => new byte[] { 0x01, 0x40, 0xFF }, (at, flipped) => Flip(whole, at, flipped))
            .Count(IsReadable);

        Assert.That(readable, Is.InRange(1, whole.Length * 3 - 1));
    }

    /// <summary>True, and then it can be written and read again; false for a refusal. All else ends the test.</summary>
    private static bool IsReadable(byte[] bytes)
    {
        if (Read(bytes) is not { } value)
        {
            return false;
        }

        _ = PropertyListParser.Parse(Encoding.UTF8.GetBytes(value.ToXmlPropertyList()));
        return true;
    }

    private static NSObject? Read(byte[] bytes)
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

    private static byte[] Flip(byte[] whole, int at, byte bits)
    {
        var damaged = whole.ToArray();
        damaged[at] ^= bits;
        return damaged;
    }
}
