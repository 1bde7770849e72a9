using Kappa.Formats.Xar;
using Kappa.Installers;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SamplePackageTests
{
    private static readonly SampleApplication App = new("Tom & Jerry", "com.example.tom", "1.2.3") { Padding = 3000 };

    [Test]
    public void Is_identified_as_the_application_it_installs()
    {
        using var folder = new TempFolder();

        var metadata = InstallerInspector.Identify(folder.Write("a.pkg", Package(App)), CancellationToken.None).Metadata;

        Assert.That(
            (metadata.AppName, metadata.BundleId, metadata.AppVersion, metadata.PackageId, metadata.PackageVersion),
            Is.EqualTo(("Tom & Jerry.app", "com.example.tom", "1.2.3", "com.example.tom", "1.2.3")));
    }

    [Test]
    public void Is_the_same_bytes_for_the_same_application()
    {
        var first = Package(App);

        Assert.That(Package(App), Is.EqualTo(first));
    }

    [Test]
    public void Grows_with_the_padding()
    {
        var small = Package(App with { Padding = 0 }).Length;

        var large = Package(App with { Padding = 1_000_000 }).Length;

        Assert.That(large - small, Is.InRange(1_000_000, 1_010_000));
    }

    [Test]
    public void Is_an_archive_that_libarchive_reads()
    {
        using var folder = new TempFolder();

        var names = Libarchive.List(folder.Write("a.pkg", Package(App)));

        Assert.That(names, Is.EqualTo("PackageInfo Bom Payload"));
    }

    [Test]
    public void Has_a_payload_that_libarchive_reads()
    {
        using var folder = new TempFolder();

        var names = Libarchive.List(folder.Write("Payload", Payload(Package(App))));

        Assert.That(names, Is.EqualTo(
            ". ./Tom & Jerry.app ./Tom & Jerry.app/Contents ./Tom & Jerry.app/Contents/Info.plist "
            + "./Tom & Jerry.app/Contents/MacOS ./Tom & Jerry.app/Contents/MacOS/Tom & Jerry "
            + "./Tom & Jerry.app/Contents/Resources ./Tom & Jerry.app/Contents/Resources/padding"));
    }

    private static byte[] Package(SampleApplication app)
    {
        using var output = new MemoryStream();
        SamplePackage.Write(output, app);
        return output.ToArray();
    }

    private static byte[] Payload(byte[] package)
    {
        var archive = XarArchive.Read(new MemoryStream(package));
        using var stored = archive.Open(archive.Find("Payload")!);
        using var payload = new MemoryStream();
        stored.CopyTo(payload);
        return payload.ToArray();
    }
}
