using Kappa.Formats;
using Kappa.Formats.Xml;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

internal sealed class DistributionXmlTests
{
    [TestCase("1password", "com.1password.1password", "8.10.34", "1Password")]
    [TestCase("acrobatreader", null, null, "Adobe Acrobat Reader (Continuous)")]
    [TestCase("chrome", "com.google.Chrome", "126.0.6478.62", "Google Chrome")]
    [TestCase("cisco-secure-client", null, null, "Cisco Secure Client")]
    [TestCase("edge", null, null, "Microsoft Edge")]
    [TestCase("globalprotect", null, null, "GlobalProtect")]
    [TestCase("go", null, null, "Go")]
    [TestCase("microsoft-teams", null, "24124.1412.2911.3341", "Microsoft Teams")]
    [TestCase("sentinelone", "com.sentinelone.sentinel-agent", "24.3.2.7753", "DISTRIBUTION_TITLE")]
    [TestCase("zero-installkbytes", "com.bozo.zeroinstallsize", "1.2.3", "ZeroInstallSize")]
    [TestCase("zoom-full", null, "6.1.1.36333", "Zoom Workplace")]
    public void Reads_the_product_of_real_vendors(string vendor, string? id, string? version, string title)
    {
        var distribution = Vendor(vendor);

        Assert.That(
            (distribution.ProductId, distribution.ProductVersion, distribution.Title),
            Is.EqualTo((id, version, title)));
    }

    [TestCase("1password", "com.1password.1password 8.10.34 com.1password.1password.pkg 663599")]
    [TestCase("chrome", "com.google.Chrome 126.0.6478.62 GoogleChrome.pkg 567336")]
    [TestCase("edge", "com.microsoft.edgemac 126.0.2592.56 MicrosoftEdge-126.0.2592.56.pkg 861230")]
    [TestCase("zoom-full", "us.zoom.pkg.videomeeting 6.1.1.36333 zoomus.pkg 308054")]
    [TestCase("zero-installkbytes", "com.bozo.zeroinstallsize   0")]
    public void Takes_all_elements_of_one_package_together(string vendor, string package)
    {
        var one = Vendor(vendor).Packages.Single();

        Assert.That($"{one.Id} {one.Version} {one.Folder} {one.InstallKBytes}", Is.EqualTo(package));
    }

    [TestCase("microsoft-teams", "com.microsoft.teams2 com.microsoft.autoupdate com.microsoft.MSTeamsAudioDevice")]
    [TestCase(
        "globalprotect",
        "com.paloaltonetworks.globalprotect.pkg com.paloaltonetworks.globalprotect.uninstall.pkg "
            + "com.paloaltonetworks.globalprotect.systemext.pkg")]
    public void Lists_packages_in_the_order_of_their_first_mention(string vendor, string ids) =>
        Assert.That(string.Join(' ', Vendor(vendor).Packages.Select(package => package.Id)), Is.EqualTo(ids));

    [Test]
    public void Finds_the_version_that_only_a_choice_states()
    {
        var reader = Vendor("acrobatreader").Find("application.pkg", null);

        Assert.That((reader?.Version, reader?.PackageIdentifier, reader?.Bundles.Single().Id), Is.EqualTo(
            ("24.002.20857", "com.adobe.acrobat.DC.reader.app.pkg.MUI", "com.adobe.Reader")));
    }

    [Test]
    public void Finds_a_component_by_its_own_identifier()
    {
        var go = Vendor("go").Find("renamed.pkg", "org.golang.go");

        Assert.That(go?.Version, Is.EqualTo("go1.22.4"));
    }

    [Test]
    public void A_folder_can_be_written_as_in_a_URL()
    {
        var distribution = Parse(Some.Distribution("<pkg-ref id='a'>#Google%20Chrome.pkg</pkg-ref>"));

        Assert.That(distribution.Packages.Single().Folder, Is.EqualTo("Google Chrome.pkg"));
    }

    [Test]
    public void A_package_outside_the_archive_has_no_folder()
    {
        var distribution = Parse(Some.Distribution("<pkg-ref id='a'>http://example.com/a.pkg</pkg-ref>"));

        Assert.That(distribution.Packages.Single().Folder, Is.Null);
    }

    [Test]
    public void Another_document_is_refused() => Assert.That(
        () => Parse("<pkg-info/>"),
        Throws.TypeOf<MediaFormatException>().With.Message.Contains("<installer-gui-script> belongs there"));

    private static DistributionXml Vendor(string name) => DistributionXml.Parse(
        XmlTree.Parse(InstallerFixtures.Read($"vendor-xml/distribution-{name}.xml"), "Distribution", 0));

    private static DistributionXml Parse(string document) =>
        DistributionXml.Parse(XmlTree.Parse(System.Text.Encoding.UTF8.GetBytes(document), "Distribution", 0));
}
