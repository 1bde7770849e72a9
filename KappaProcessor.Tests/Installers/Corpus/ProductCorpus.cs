using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Corpus;

/// <summary>Product archives: a Distribution and any number of components.</summary>
internal static class ProductCorpus
{
    public static IEnumerable<CorpusCase> All => [.. Suites(), .. Receipts(), .. Foreign(), .. Vendors()];

    private static IEnumerable<CorpusCase> Suites()
    {
        yield return Product(
            "vendor-suite",
            "<product id='com.acme.suite' version='24.1'/>" + References("license.pkg", "helper.pkg", "main.pkg", "fonts.pkg", "updater.pkg"),
            "Acme Writer.app | com.acme.writer | 24.1.0; com.acme.license | 1.0",
            Part("license", "/Library/Application Support/Acme", Files("./License.app", "com.acme.licenser", 40_000)),
            Part("helper", "/Applications/Acme", Files("./Acme Uninstaller.app", "com.acme.uninstaller", 300)),
            Part("main", "/Applications/Acme", Files("./Acme Writer.app", "com.acme.writer", 9000, "24.1.0")),
            Part("fonts", "/Library/Fonts", new CpioBuilder().With("./Acme.ttf", new byte[80_000])),
            Part("updater", "/Library/Application Support/Acme", Files("./Updater.app", "com.acme.updater", 70_000)));
        yield return Product(
            "application-in-two-components",
            References("a.pkg", "b.pkg"),
            "Split.app | com.acme.split | 1; com.acme.a | 1.0",
            Part("a", "/Applications", Files("./Split.app", "com.acme.split", 100)),
            Part("b", "/Applications", new CpioBuilder().With("./Split.app/Contents/Resources/data", new byte[5000])
                .WithApplication("./Other.app", Some.InfoPlist("com.acme.other", "1"), 2000)));
        yield return Product(
            "component-into-an-application",
            References("a.pkg", "b.pkg"),
            "Host.app | com.acme.host | 1; com.acme.a | 1.0",
            Part("a", "/Applications", Files("./Host.app", "com.acme.host", 100)),
            Part("b", "/Applications/Host.app/Contents/PlugIns", Files("./Guest.app", "com.acme.guest", 90_000)));
        yield return Product(
            "one-without-payload",
            References("a.pkg", "b.pkg"),
            "Host.app | com.acme.host | 1; com.acme.a | 1.0",
            Part("a", "/", null),
            Part("b", "/Applications", Files("./Host.app", "com.acme.host", 100)));
    }

    private static IEnumerable<CorpusCase> Receipts()
    {
        var tool = new CpioBuilder().With("./tool", new byte[100]);
        yield return Product(
            "product-of-tools", "<product id='com.acme.b' version='9'/>" + References("a.pkg", "b.pkg"),
            "- | - | -; com.acme.b | 1.0", Part("a", "/usr/local/bin", tool), Part("b", "/usr/local/bin", tool));
        yield return Product(
            "tools-in-their-order", References("b.pkg", "a.pkg"),
            "- | - | -; com.acme.b | 1.0", Part("a", "/usr/local/bin", tool), Part("b", "/usr/local/bin", tool));
        yield return Product(
            "tools-by-size", "",
            "- | - | -; com.acme.b | 1.0", Part("a", "/usr/local/bin", tool, 10), Part("b", "/usr/local/bin", tool, 20));
    }

    private static IEnumerable<CorpusCase> Foreign() =>
    [
        .. from encoding in (string[])["gzip", "bzip2", "xz", "none", "md5", "unchecked"]
           select new CorpusCase(
               $"bsdtar-{encoding}.pkg",
               InstallerFixtures.Read($"bsdtar-component-{encoding}.pkg"),
               "Okta Verify.app | com.okta.mobile | 9.27.0; com.okta.mobile | 9.27.0"),
        new CorpusCase(
            "bsdtar-product.pkg",
            InstallerFixtures.Read("bsdtar-product.pkg"),
            "Okta Verify.app | com.okta.mobile | 9.27.0; com.google.Chrome | 126.0.6478.62"),
    ];

    /// <summary>What real vendors' documents tell by themselves; their components are not here.</summary>
    private static IEnumerable<CorpusCase> Vendors() =>
        from vendor in VendorAnswers
        let document = InstallerFixtures.Read($"vendor-xml/{vendor.Document}.xml")
        let part = vendor.Document.StartsWith("dist", StringComparison.Ordinal) ? "Distribution" : "PackageInfo"
        select new CorpusCase($"{vendor.Document}.pkg", new XarBuilder().With(new XarPart(part, document)), vendor.Answer);

    private static IEnumerable<(string Document, string Answer)> VendorAnswers =>
    [
        ("distribution-1password", "1Password.app | com.1password.1password | 8.10.34; com.1password.1password | 8.10.34"),
        ("distribution-acrobatreader", "- | - | -; com.adobe.acrobat.DC.reader.entryPackage.pkg.MUI | 24.002.20857"),
        ("distribution-chrome", "Google Chrome.app | com.google.Chrome | 126.0.6478.62; com.google.Chrome | 126.0.6478.62"),
        ("distribution-cisco-secure-client", "- | - | -; com.cisco.pkg.anyconnect.vpn | 5.1.3.62"),
        ("distribution-edge", "Microsoft Edge.app | com.microsoft.edgemac | 126.0.2592.56; com.microsoft.edgemac | 126.0.2592.56"),
        ("distribution-globalprotect", "- | - | -; com.paloaltonetworks.globalprotect.pkg | 6.2.8-948"),
        ("distribution-go", "- | - | -; org.golang.go | go1.22.4"),
        ("distribution-microsoft-teams", "- | - | -; com.microsoft.teams2 | 24124.1412.2911.3341"),
        ("distribution-sentinelone", "- | - | -; com.sentinelone.sentinel-agent | 24.3.2.7753"),
        ("distribution-zero-installkbytes", "ZeroInstallSize.app | com.bozo.zeroinstallsize | 1.2.3; com.bozo.zeroinstallsize | 1.2.3"),
        ("distribution-zoom-full", "- | - | -; us.zoom.pkg.videomeeting | 6.1.1.36333"),
        ("packageInfo-iriunWebcam", "IriunWebcam.app | com.iriun.macwebcam | 2.8.10; com.iriun.pkg.webcam.tmp | 0"),
        ("packageInfo-oktaVerify", "Okta Verify.app | com.okta.mobile | 9.27.0; com.okta.mobile | 9.27.0"),
        ("packageInfo-scriptOnly", "- | - | -; com.mygreatcompany.pkg.HelloWorld | 1.2.3"),
        ("packageInfo-subEthaEdit", "- | - | -; de.codingmonkeys.SubEthaEdit.MacFULL | 5.2.4"),
        ("packageInfo-versionOnly", "- | - | -; - | test-version"),
    ];

    private static CorpusCase Product(
        string name, string content, string answer, params (string, string, CpioBuilder?)[] parts) =>
        new($"{name}.pkg", PackageBuilder.Suite(Some.Distribution(content), parts), answer);

    private static string References(params string[] folders) => string.Concat(folders.Select(
        folder => $"<pkg-ref id='com.acme.{folder[..^4]}' version='1.0'>#{folder}</pkg-ref>"));

    private static (string Folder, string PackageInfo, CpioBuilder? Files) Part(
        string name, string location, CpioBuilder? files, int kBytes = 4) => (
        $"{name}.pkg", Some.PackageInfo($"com.acme.{name}", "1.0", location, content: "", kBytes), files);

    private static CpioBuilder Files(string application, string id, int size, string version = "1") =>
        new CpioBuilder().WithApplication(application, Some.InfoPlist(id, version), size);
}
