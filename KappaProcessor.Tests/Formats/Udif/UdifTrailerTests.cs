using Kappa.Formats;
using Kappa.Formats.Udif;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Udif;

internal sealed class UdifTrailerTests
{
    [TestCase("container.dmg")]
    [TestCase("container-apfs.dmg")]
    [TestCase("transmission-2.61.dmg")]
    public void An_image_from_a_mac_has_a_trailer_and_no_licence(string name) =>
        Assert.That(HasLicense(InstallerFixtures.Read(name)), Is.False);

    [Test]
    public void A_licence_is_seen() =>
        Assert.That(HasLicense(new UdifBuilder().With(new byte[512]).WithLicense().Build()), Is.True);

    [Test]
    public void A_raw_image_has_no_trailer() =>
        Assert.That(UdifTrailer.Find(new MemoryStream(new byte[4096])), Is.Null);

    [Test]
    public void An_image_of_mac_os_9_has_no_property_list_and_no_licence_that_shows() =>
        Assert.That(HasLicense(new UdifBuilder().ClaimingXmlLength(0).Build()), Is.False);

    private static IEnumerable<TestCaseData> Lies()
    {
        var image = new UdifBuilder().With(new byte[512]);
        yield return Case("Version", image.WithVersion(3), 4, "the version is 3; only 4 is known");
        yield return Case("Size", image.ClaimingTrailerSize(9), 8, "the trailer claims 9 bytes; it has 512");
        yield return Case("Segments", image.ClaimingSegments(3), 60, "it is one of 3 segments");
        yield return Case(
            "Data", image.ClaimingDataLength(ulong.MaxValue), 0, "the data fork is said to take 18,446,744");
        yield return Case(
            "Place", image.ClaimingXmlStart(ulong.MaxValue), 0, "from byte 18,446,744,073,709,551,615 on");
        yield return Case(
            "Length", image.ClaimingXmlLength(99_999), 0, "the property list is said to take 99,999 bytes");
    }

    [TestCaseSource(nameof(Lies))]
    public void Says_where_the_trailer_is_wrong(UdifBuilder image, int offset, string sentence)
    {
        var bytes = image.Build();

        var fault = Assert.Throws<MediaFormatException>(() => HasLicense(bytes));

        Assert.That(fault!.Message, Does.Contain(sentence));
        Assert.That(fault.Offset, Is.EqualTo(bytes.Length - 512 + offset));
    }

    [TestCase("<plist><dict>")]
    [TestCase("nothing of the kind")]
    public void A_property_list_that_is_broken_is_refused(string xml)
    {
        var image = new UdifBuilder().With(new byte[512]).WithXml(xml).Build();

        Assert.That(() => HasLicense(image), Throws.TypeOf<MediaFormatException>());
    }

    [Test]
    public void A_property_list_larger_than_any_is_not_read()
    {
        var end = new UdifBuilder().ClaimingXmlStart(0).ClaimingXmlLength(9_000_000).Build();
        byte[] image = [.. new byte[9_000_000], .. end];

        var fault = Assert.Throws<MediaFormatException>(() => HasLicense(image));

        Assert.That(fault!.Message, Does.Contain("the property list claims 9,000,000 bytes; at most 8,388,608"));
    }

    [Test]
    public void Reads_or_refuses_a_thousand_damaged_files() =>
        Damage.To(new UdifBuilder().With(new byte[512]).WithLicense().Build()).First(1000, ReadOrRefuse);

    private static void ReadOrRefuse(byte[] image)
    {
        try
        {
            HasLicense(image);
        }
        catch (MediaFormatException refusal)
        {
            Assert.That(refusal.Offset, Is.InRange(0, image.Length));
        }
    }

    private static bool HasLicense(byte[] image)
    {
        using var content = new MemoryStream(image);
        return UdifTrailer.Find(content) is { } trailer && trailer.HasLicense(content);
    }

    private static TestCaseData Case(string name, UdifBuilder image, int offset, string sentence) =>
        new TestCaseData(image, offset, sentence).SetArgDisplayNames(name);
}
