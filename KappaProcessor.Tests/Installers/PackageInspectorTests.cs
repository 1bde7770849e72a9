using Kappa.Formats.Xar;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

internal sealed class PackageInspectorTests
{
    private const string NoBundles = "";

    [Test]
    public void Reads_a_component_package()
    {
        var metadata = Describe(PackageBuilder.Component());

        Assert.That(Text(metadata), Is.EqualTo("Firefox.app org.mozilla.firefox 128.0 | org.mozilla.firefox.pkg 128.0"));
    }

    [Test]
    public void Says_where_each_value_comes_from()
    {
        var package = PackageBuilder.Product(Some.Distribution(""), ("Firefox.pkg", Some.PackageInfo()));

        var sources = Describe(package).Sources;

        Assert.That(sources[nameof(InstallerMetadata.AppName)], Is.EqualTo("Firefox.pkg/PackageInfo"));
        Assert.That(sources[nameof(InstallerMetadata.PackageVersion)], Is.EqualTo("Firefox.pkg/PackageInfo"));
    }

    [TestCase("oktaVerify", "Okta Verify.app com.okta.mobile 9.27.0 | com.okta.mobile 9.27.0")]
    [TestCase("iriunWebcam", "IriunWebcam.app com.iriun.macwebcam 2.8.10 | com.iriun.pkg.webcam.tmp 0")]
    [TestCase("scriptOnly", "   | com.mygreatcompany.pkg.HelloWorld 1.2.3 (open)")]
    [TestCase("subEthaEdit", "   | de.codingmonkeys.SubEthaEdit.MacFULL 5.2.4 (open)")]
    [TestCase("versionOnly", "   |  test-version (open)")]
    public void Reads_components_of_real_vendors(string vendor, string text)
    {
        var info = System.Text.Encoding.UTF8.GetString(InstallerFixtures.Read($"vendor-xml/packageInfo-{vendor}.xml"));

        Assert.That(Text(Describe(PackageBuilder.Component(info))), Is.EqualTo(text));
    }

    [Test]
    public void Scripts_without_a_payload_hide_no_application()
    {
        var metadata = Describe(PackageBuilder.Component(Some.PackageInfo(content: NoBundles), payload: []));

        Assert.That(metadata.ApplicationIsOpen, Is.False);
    }

    [Test]
    public void A_bundle_that_is_the_payload_itself_has_the_name_of_its_place()
    {
        const string bundle = "<bundle path='.' id='a.b' CFBundleVersion='7'/>";

        var metadata = Describe(Component(location: "/Applications/A.app/", bundle));

        Assert.That((metadata.AppName, metadata.BundleId, metadata.AppVersion), Is.EqualTo(("A.app", "a.b", "7")));
    }

    [Test]
    public void Only_the_payload_tells_the_name_of_a_bundle_whose_place_has_none()
    {
        const string bundle = "<bundle path='.' id='a.b' CFBundleVersion='7'/>";

        var metadata = Describe(Component(location: "/Applications/A", bundle));

        Assert.That((metadata.AppName, metadata.ApplicationIsOpen), Is.EqualTo(((string?)null, true)));
    }

    [Test]
    public void Of_several_applications_in_one_component_only_the_payload_tells_the_largest()
    {
        const string bundles = "<bundle path='A.app' id='a'/><bundle path='B.app' id='b'/>";

        var metadata = Describe(PackageBuilder.Component(Some.PackageInfo(content: bundles)));

        Assert.That((metadata.AppName, metadata.ApplicationIsOpen), Is.EqualTo(((string?)null, true)));
    }

    [Test]
    public void Of_components_with_one_application_each_the_largest_is_taken_until_the_payload_tells()
    {
        var package = PackageBuilder.Product(
            Some.Distribution(""),
            ("A.pkg", Some.PackageInfo("a", content: "<bundle path='A.app' id='a'/>", kBytes: 9)),
            ("B.pkg", Some.PackageInfo("b", content: "<bundle path='B.app' id='b'/>")));

        var metadata = Describe(package);

        Assert.That((metadata.AppName, metadata.ApplicationIsOpen), Is.EqualTo(("B.app", true)));
    }

    [Test]
    public void A_component_that_names_no_bundles_is_described_by_the_Distribution()
    {
        var package = Vendor(
            "zero-installkbytes", ("Zero.pkg", PackageInfo("com.bozo.zeroinstallsize.app", "1.2.3")));

        Assert.That(Text(Describe(package)), Is.EqualTo(
            "ZeroInstallSize.app com.bozo.zeroinstallsize 1.2.3 | com.bozo.zeroinstallsize.app 1.2.3"));
    }

    [Test]
    public void Without_components_in_the_archive_the_Distribution_tells()
    {
        Assert.That(Text(Describe(Vendor("chrome"))), Is.EqualTo(
            "Google Chrome.app com.google.Chrome 126.0.6478.62 | com.google.Chrome 126.0.6478.62"));
    }

    [Test]
    public void The_only_component_is_the_receipt_whatever_the_product_is_called()
    {
        var package = Vendor(
            "sentinelone", ("SentinelOne.pkg", PackageInfo("com.sentinelone.pkg.sentinel-agent", "24.3")));

        Assert.That(Text(Describe(package)), Does.EndWith("| com.sentinelone.pkg.sentinel-agent 24.3 (open)"));
    }

    [Test]
    public void Of_several_components_the_one_of_the_product_is_the_receipt()
    {
        const string distribution =
            "<product id='b' version='2'/><pkg-ref id='a'>#A.pkg</pkg-ref><pkg-ref id='b'>#B.pkg</pkg-ref>";

        var package = PackageBuilder.Product(
            Some.Distribution(distribution), ("A.pkg", PackageInfo("a", "1")), ("B.pkg", PackageInfo("b", "2")));

        Assert.That(Describe(package).PackageId, Is.EqualTo("b"));
    }

    [Test]
    public void Else_it_is_the_one_the_Distribution_names_first()
    {
        var package = Vendor(
            "globalprotect",
            ("gp_uninstall.pkg", PackageInfo("com.paloaltonetworks.globalprotect.uninstall.pkg", "0")),
            ("gp.pkg", PackageInfo("com.paloaltonetworks.globalprotect.pkg", "6.2.8-948")));

        Assert.That(Text(Describe(package)), Does.EndWith("| com.paloaltonetworks.globalprotect.pkg 6.2.8-948 (open)"));
    }

    [Test]
    public void Else_it_is_the_largest_component()
    {
        var package = PackageBuilder.Product(
            Some.Distribution(""),
            ("A.pkg", Some.PackageInfo("a", content: NoBundles, kBytes: 5)),
            ("B.pkg", Some.PackageInfo("b", content: NoBundles, kBytes: 7)));

        Assert.That(Describe(package).PackageId, Is.EqualTo("b"));
    }

    [Test]
    public void The_identifier_on_the_Mac_is_the_component_s_own()
    {
        var package = Vendor("go", ("org.golang.go.pkg", PackageInfo("org.golang.go", "go1.22.4")));

        Assert.That(Describe(package).PackageId, Is.EqualTo("org.golang.go"));
    }

    [Test]
    public void A_version_that_the_component_leaves_out_is_that_of_its_product()
    {
        var package = PackageBuilder.Product(
            Some.Distribution("<product version='9'/>"), ("A.pkg", "<pkg-info identifier='a'/>"));

        Assert.That(Describe(package).PackageVersion, Is.EqualTo("9"));
    }

    [Test]
    public void A_map_may_know_any_of_the_components()
    {
        var package = Vendor(
            "microsoft-teams",
            ("MicrosoftTeams_app.pkg", PackageInfo("com.microsoft.teams2", "24124")),
            ("MSTeamsAudioDevice.pkg", PackageInfo("com.microsoft.MSTeamsAudioDevice", "2023")));

        var metadata = Describe(package).Preferring(new HashSet<string> { "com.microsoft.MSTeamsAudioDevice" });

        Assert.That(
            (metadata.PackageId, metadata.PackageVersion),
            Is.EqualTo(("com.microsoft.MSTeamsAudioDevice", "2023")));
    }

    [Test]
    public void A_map_that_knows_none_changes_nothing()
    {
        var metadata = Describe(PackageBuilder.Component());

        Assert.That(metadata.Preferring(new HashSet<string> { "other" }), Is.SameAs(metadata));
    }

    private static XarBuilder Vendor(string name, params (string Folder, string PackageInfo)[] components) =>
        PackageBuilder.Product(
            System.Text.Encoding.UTF8.GetString(InstallerFixtures.Read($"vendor-xml/distribution-{name}.xml")),
            components);

    private static XarBuilder Component(string location, string bundle) =>
        PackageBuilder.Component(Some.PackageInfo(location: location, content: bundle));

    private static string PackageInfo(string id, string version) => Some.PackageInfo(id, version, content: NoBundles);

    private static InstallerMetadata Describe(XarBuilder package)
    {
        var archive = XarArchive.Read(new MemoryStream(package.Build()));
        return PackageInspector.Describe(FlatPackage.Find(archive, CancellationToken.None)!);
    }

    private static string Text(InstallerMetadata metadata) =>
        $"{metadata.AppName} {metadata.BundleId} {metadata.AppVersion} | {metadata.PackageId} {metadata.PackageVersion}"
        + (metadata.ApplicationIsOpen ? " (open)" : "");
}
