using System.Runtime.Versioning;
using System.Text;
using Kappa.Formats;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

internal sealed class InstallerInspectorTests
{
    [TestCase("bsdtar-component-gzip.pkg", "Okta Verify.app", "com.okta.mobile", "9.27.0")]
    [TestCase("bsdtar-component-xz.pkg", "Okta Verify.app", "com.okta.mobile", "9.27.0")]
    [TestCase("bsdtar-product.pkg", "Google Chrome.app", "com.google.Chrome", "126.0.6478.62")]
    public void Identifies_packages_that_other_tools_made(string file, string app, string id, string version)
    {
        var metadata = Identify(InstallerFixtures.Path(file)).Metadata;

        Assert.That((metadata.AppName, metadata.BundleId, metadata.AppVersion), Is.EqualTo((app, id, version)));
    }

    [Test]
    public void Tells_the_file_as_it_was_looked_at()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Firefox.pkg", PackageBuilder.Component().Build());
        File.SetLastWriteTimeUtc(path, Some.Noon.UtcDateTime);

        var file = Identify(path).File;

        Assert.That(file, Is.EqualTo(
            new InstallerFile(path, InstallerKind.Package, new FileInfo(path).Length, Some.Noon)));
    }

    [Test]
    public void The_content_decides_and_not_the_suffix()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Firefox.dmg", PackageBuilder.Component().Build());

        var file = Identify(path).File;

        Assert.That(file.Kind, Is.EqualTo(InstallerKind.Package));
    }

    private static IEnumerable<TestCaseData> Kinds()
    {
        yield return Kind("A UDIF trailer", InstallerKind.Image, ("", 0), ("koly", 4096 - 512));
        yield return Kind("An encrypted image", InstallerKind.Image, ("encrcdsa", 0));
        yield return Kind("A sparse image", InstallerKind.Image, ("sprs", 0));
        yield return Kind("A raw HFS+ volume", InstallerKind.Image, ("H+", 1024));
        yield return Kind("A raw APFS container", InstallerKind.Image, ("NXSB", 32));
        yield return Kind("A GUID partition table", InstallerKind.Image, ("EFI PART", 512));
        yield return Kind("An Apple partition map", InstallerKind.Image, ("ER", 0), ("PM\0\0", 512));
        yield return Kind("A zip", InstallerKind.Zip, ("PK\x03\x04", 0));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Tells_the_kind(byte[] content, InstallerKind kind)
    {
        using var folder = new TempFolder();

        var installer = Identify(folder.Write("file", content));

        Assert.That((installer.File.Kind, installer.Metadata.ApplicationIsOpen), Is.EqualTo((kind, true)));
    }

    [Test]
    public void Follows_a_link_to_the_file_itself()
    {
        using var folder = new TempFolder();
        var target = folder.Write("cache/Firefox.pkg", PackageBuilder.Component().Build());
        File.CreateSymbolicLink(folder["Firefox.pkg"], target);

        var file = Identify(folder["Firefox.pkg"]).File;

        Assert.That((file.Name, file.Size), Is.EqualTo(("Firefox.pkg", new FileInfo(target).Length)));
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Refusal("nothing", "", "is empty.");
        yield return Refusal("a page", "\r\n<!DOCTYPE HTML><html>404", "is a web page, not an installer.");
        yield return Refusal("a page with a mark", "\u00ef\u00bb\u00bf <html>", "is a web page, not an installer.");
        yield return Refusal("a script", "#!/bin/sh\n", "is a script, not an installer.");
        yield return Refusal("json", "{\"error\": 404}", "is a text, probably JSON, not an installer.");
        yield return Refusal("a tar.gz", "\x1f\u008b\x08", "is a gzip file, not an installer.");
        yield return Refusal("an empty zip", "PK\x05\x06", "is an empty .zip.");
        yield return Refusal("a Windows program", "MZ\0\0", "is a Windows program, not an installer for a Mac.");
        yield return Refusal("a Mac program", "\u00cf\u00fa\u00ed\u00fe", "is a Mac program, not an installer.");
        yield return Refusal(
            "odd bytes", "\x01\x02\x03", "is no package, disk image or .zip: it starts with the bytes 010203.");
    }

    [TestCaseSource(nameof(Refusals))]
    public void Says_what_is_no_installer(string content, string sentence)
    {
        using var folder = new TempFolder();
        var path = folder.Write("Firefox.pkg", Encoding.Latin1.GetBytes(content));

        var fault = Assert.Throws<KappaException>(() => Identify(path));

        Assert.That(fault!.What, Is.EqualTo($"{path} {sentence}"));
        Assert.That(fault.Remedy, Is.Not.Empty);
    }

    [TestCase("Firefox.mpkg", "is a bundle-style package (a folder), which Kandji cannot install.")]
    [TestCase("Firefox.app/", "is an application (a folder), not an installer.")]
    [TestCase("Downloads", "is a folder, not an installer.")]
    public void Says_what_a_folder_is(string name, string sentence)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder[name]);

        var fault = Assert.Throws<KappaException>(() => Identify(folder[name]));

        Assert.That(fault!.What, Is.EqualTo($"{folder[name]} {sentence}"));
    }

    [TestCase("")]
    [TestCase("/no/such/folder/Firefox.pkg")]
    [TestCase("a\0b")]
    public void Says_that_there_is_nothing(string path)
    {
        var fault = Assert.Throws<KappaException>(() => Identify(path));

        Assert.That(fault!.What, Does.StartWith("There is no installer at "));
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public void Says_that_the_user_may_not_read_it()
    {
        Assume.That(Environment.IsPrivilegedProcess, Is.False, "Root may read everything.");
        using var folder = new TempFolder();
        var path = folder.Write("Firefox.pkg", PackageBuilder.Component().Build());
        File.SetUnixFileMode(path, UnixFileMode.None);

        var fault = Assert.Throws<KappaException>(() => Identify(path));

        Assert.That(fault!.What, Is.EqualTo($"{path} may not be read."));
    }

    [Test]
    public void A_file_beyond_what_Kandji_takes_is_refused()
    {
        using var folder = new TempFolder();
        var path = SparseFile(folder, InstallerFile.LargestSize + 1);

        var fault = Assert.Throws<KappaException>(() => Identify(path));

        Assert.That(fault!.What, Does.EndWith("has 5,368,709,121 bytes; Kandji takes 5,368,709,120 (5 GB)."));
    }

    [Test]
    public void A_file_of_exactly_that_size_is_looked_at()
    {
        using var folder = new TempFolder();
        var path = SparseFile(folder, InstallerFile.LargestSize);

        var fault = Assert.Throws<KappaException>(() => Identify(path));

        Assert.That(fault!.What, Does.Contain("it starts with the bytes 0000000000000000"));
    }

    [Test]
    public void An_archive_without_package_documents_is_no_package()
    {
        var path = InstallerFixtures.Path("container.xar");

        var fault = Assert.Throws<KappaException>(() => Identify(path));

        Assert.That(fault!.What, Is.EqualTo(
            $"{path} is a xar archive but no package: it has neither PackageInfo nor Distribution."));
    }

    [Test]
    public void A_package_that_says_nothing_of_itself_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Firefox.pkg", PackageBuilder.Component("<pkg-info/>", payload: []).Build());

        var fault = Assert.Throws<KappaException>(() => Identify(path));

        Assert.That(fault!.What, Does.Contain("does not say what it is"));
    }

    [Test]
    public void A_damaged_package_is_named()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Firefox.pkg", PackageBuilder.Component().Build()[..^10]);

        var fault = Assert.Throws<MediaFormatException>(() => Identify(path));

        Assert.That(fault!.What, Does.StartWith($"{path} is damaged: xar archive, byte ")
            .And.Contains("the file ends there, before PackageInfo does"));
    }

    [Test]
    public void Stops_when_it_is_told_to()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Firefox.pkg", PackageBuilder.Component().Build());

        Assert.That(
            () => InstallerInspector.Identify(path, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Reads_kilobytes_of_a_large_package()
    {
        using var folder = new TempFolder();
        var package = PackageBuilder.Component(payload: new byte[20_000_000]).Build();
        var path = folder.Write("Firefox.pkg", package);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Identify(path);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
    }

    [TestCase("xar!", true)]
    [TestCase("PK\x03\x04", true)]
    [TestCase("<html>", false)]
    [TestCase("", false)]
    public void A_first_look_tells_whether_it_is_worth_a_second(string content, bool worth)
    {
        using var folder = new TempFolder();
        var path = folder.Write("file", Encoding.Latin1.GetBytes(content));

        Assert.That(InstallerInspector.LooksLikeInstaller(path), Is.EqualTo(worth));
    }

    [TestCase("/no/such/file")]
    [TestCase("/")]
    [TestCase("/dev/null")]
    public void What_is_no_file_is_no_installer(string path) =>
        Assert.That(InstallerInspector.LooksLikeInstaller(path), Is.False);

    private static IdentifiedInstaller Identify(string path) =>
        InstallerInspector.Identify(path, CancellationToken.None);

    private static string SparseFile(TempFolder folder, long size)
    {
        using var file = File.Create(folder["Firefox.pkg"]);
        file.SetLength(size);
        return file.Name;
    }

    private static TestCaseData Kind(string name, InstallerKind kind, params (string Mark, int Offset)[] marks)
    {
        var content = new byte[4096];
        foreach (var (mark, offset) in marks)
        {
            Encoding.Latin1.GetBytes(mark).CopyTo(content, offset);
        }

        return new TestCaseData(content, kind).SetArgDisplayNames(name);
    }

    private static TestCaseData Refusal(string name, string content, string sentence) =>
        new TestCaseData(content, sentence).SetArgDisplayNames(name);
}
