using Kappa.Formats;
using Kappa.Formats.Xml;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

internal sealed class PackageInfoXmlTests
{
    [TestCase("oktaVerify", "com.okta.mobile", "9.27.0", "/Applications", 134424)]
    [TestCase("iriunWebcam", "com.iriun.pkg.webcam.tmp", "0", "/", 20220)]
    [TestCase("scriptOnly", "com.mygreatcompany.pkg.HelloWorld", "1.2.3", "/", 0)]
    [TestCase("subEthaEdit", "de.codingmonkeys.SubEthaEdit.MacFULL", "5.2.4", "/Applications/SubEthaEdit.app", null)]
    [TestCase("versionOnly", null, "test-version", "/", null)]
    [TestCase("empty", null, null, "/", null)]
    public void Reads_what_vendors_write(string vendor, string? id, string? version, string location, long? size)
    {
        var info = Vendor(vendor);

        Assert.That(
            (info.Identifier, info.Version, info.InstallLocation, info.InstallKBytes),
            Is.EqualTo((id, version, location, size)));
    }

    [Test]
    public void Lists_each_bundle_once_although_others_refer_to_it()
    {
        var bundles = Vendor("iriunWebcam").Bundles.Select(bundle => $"{bundle.Id} {bundle.Version}");

        Assert.That(string.Join(", ", bundles), Is.EqualTo(
            "com.iriun.macwebcam.extension4 1.2, com.iriun.macwebcam.extension 1.2, com.iriun.macwebcam 2.8.10, "
            + "com.iriun.mic 1.5"));
    }

    [Test]
    public void Reads_the_bundles_of_PackageMaker_in_bundle_version()
    {
        const string bundles = """
            <bundle-version><bundle CFBundleIdentifier="a.b" CFBundleVersion="7" path="./A.app"/></bundle-version>
            """;

        var info = Parse(Some.PackageInfo(content: bundles));

        Assert.That(info.Bundles.Single(), Is.EqualTo(new BundleReference("A.app", "a.b", "7")));
    }

    [Test]
    public void The_short_version_goes_before_the_build_number()
    {
        var info = Parse(Some.PackageInfo());

        Assert.That(info.Bundles.Single().Version, Is.EqualTo("128.0"));
    }

    [Test]
    public void Another_document_is_refused()
    {
        var fault = Assert.Throws<MediaFormatException>(() => Parse("<html/>"));

        Assert.That(fault!.Message, Does.Contain("line 1: the root is <html>; <pkg-info> belongs there"));
    }

    [Test]
    public void A_size_that_is_no_number_is_refused()
    {
        const string document = "<pkg-info><payload installKBytes='much'/></pkg-info>";

        var fault = Assert.Throws<MediaFormatException>(() => Parse(document));

        Assert.That(fault!.Message, Does.Contain("installKBytes is 'much'"));
    }

    private static PackageInfoXml Vendor(string name) => PackageInfoXml.Parse(
        XmlTree.Parse(InstallerFixtures.Read($"vendor-xml/packageInfo-{name}.xml"), "PackageInfo", 0));

    private static PackageInfoXml Parse(string document) =>
        PackageInfoXml.Parse(XmlTree.Parse(System.Text.Encoding.UTF8.GetBytes(document), "PackageInfo", 0));
}
