using System.IO.Compression;
using System.Text;
using Kappa.Formats;
using Kappa.Formats.Zip;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

internal sealed class ZipInspectorTests
{
    /// <summary>
    /// One application, packed by other programs; some follow its symbolic link, or leave it out.
    /// </summary>
    [TestCase("7zz")]
    [TestCase("bsdtar-stored")]
    [TestCase("bsdtar-zip64")]
    [TestCase("infozip-zip64")]
    [TestCase("python")]
    public void Reads_what_another_program_has_packed(string program)
    {
        var found = Read(InstallerFixtures.Read($"firefox-{program}.zip"));

        Assert.That(
            (found.AppName, found.BundleId, found.AppVersion, found.InstalledSize),
            Is.EqualTo(("Firefox.app", "org.mozilla.firefox", "128.0", 3225L)));
        Assert.That(found.Sources["AppVersion"], Is.EqualTo("zip: Firefox.app/Contents/Info.plist"));
    }

    [Test]
    public void Reads_what_a_mac_has_packed_with_the_attributes_of_files_beside_them()
    {
        var found = Read(InstallerFixtures.Read("caffeine-with-plist.zip"));

        Assert.That(
            (found.AppName, found.BundleId, found.AppVersion, found.InstalledSize),
            Is.EqualTo(("Caffeine.app", "com.caffeine", "1.2.3", 511L)));
    }

    [Test]
    public void An_empty_info_plist_is_broken_and_not_absent()
    {
        var fault = Refusal(InstallerFixtures.Read("caffeine.zip"));

        Assert.That(fault.Message, Does.Contain("zip: Caffeine.app/Contents/Info.plist").And.Contain("empty"));
    }

    [TestCase("7zz-encrypted")]
    [TestCase("7zz-aes")]
    public void What_needs_a_password_is_refused(string program)
    {
        var fault = Refusal(InstallerFixtures.Read($"firefox-{program}.zip"));

        Assert.That(fault.Message, Does.Contain("/X is encrypted; a Mac opens it without a password"));
    }

    [Test]
    public void A_method_that_macs_do_not_know_is_refused()
    {
        var fault = Refusal(InstallerFixtures.Read("firefox-7zz-bzip2.zip"));

        Assert.That(fault.Message, Does.Contain("Firefox.app/Contents/Info.plist").And.Contain("packed by method 12"));
    }

    [Test]
    public void Takes_the_largest_of_several_applications()
    {
        var zip = new ZipBuilder()
            .With("Uninstall.app/Contents/Info.plist", Some.InfoPlist("org.mozilla.uninstall", "1.0"))
            .With("Uninstall.app/Contents/MacOS/Uninstall", "small")
            .With("Firefox.app/Contents/Info.plist", Some.InfoPlist())
            .With("Firefox.app/Contents/MacOS/firefox", new string('x', 5_000));

        Assert.That(Read(zip.Build()).AppName, Is.EqualTo("Firefox.app"));
    }

    [Test]
    public void Finds_an_application_in_a_folder()
    {
        var zip = new ZipBuilder().With("Firefox 128/Mac/Firefox.app/Contents/Info.plist", Some.InfoPlist());

        Assert.That(Read(zip.Build()).AppName, Is.EqualTo("Firefox.app"));
    }

    [TestCase("Firefox.txt", TestName = "Another file")]
    [TestCase("__MACOSX/Firefox.app/Contents/Info.plist", TestName = "In the folder of a Mac's attributes")]
    [TestCase("Firefox.app/Contents/._Info.plist", TestName = "With a name of a Mac's attributes")]
    [TestCase("Firefox.app\\Contents\\Info.plist", TestName = "Backslashes belong to a name on a Mac")]
    [TestCase("Firefox.app/Contents/Info.plist/", TestName = "A folder")]
    public void An_archive_without_an_application_tells_none(string path)
    {
        var found = Read(new ZipBuilder().With(path, Some.InfoPlist()).Build());

        Assert.That(
            (found.AppName, found.InstalledSize, found.Sources.Count),
            Is.EqualTo(((string?)null, (long?)null, 0)));
    }

    [Test]
    public void Attributes_folders_and_links_take_no_room()
    {
        var zip = new ZipBuilder()
            .With("Firefox.app/Contents/Info.plist", Some.InfoPlist())
            .With("Firefox.app/Contents/._Info.plist", new string('x', 100))
            .With("__MACOSX/Firefox.app/Contents/._firefox", new string('x', 100))
            .With(new ZipPart("Firefox.app/Contents/Current", "Versions/A") { Mode = 0xA1FF })
            .With(new ZipPart("Firefox.app/Contents/MacOS", "") { Mode = 0x41ED });

        Assert.That(Read(zip.Build()).InstalledSize, Is.EqualTo(Some.InfoPlist().Length));
    }

    [Test]
    public void A_link_is_no_info_plist()
    {
        var zip = new ZipBuilder().With(
            new ZipPart("Firefox.app/Contents/Info.plist", "../../Other.plist") { Mode = 0xA1FF });

        Assert.That(Read(zip.Build()).AppName, Is.Null);
    }

    [Test]
    public void Reads_more_entries_than_the_short_end_record_can_count()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var number = 0; number < 70_000; number++)
            {
                archive.CreateEntry($"Firefox.app/Contents/Resources/{number}");
            }

            using var plist = archive.CreateEntry("Firefox.app/Contents/Info.plist").Open();
            plist.Write(Encoding.UTF8.GetBytes(Some.InfoPlist()));
        }

        Assert.That(Read(zip.ToArray()).AppVersion, Is.EqualTo("128.0"));
    }

    [Test]
    public void Reads_the_lower_bits_that_a_mac_writes_of_too_many_entries()
    {
        var files = Enumerable.Range(0, 65_540)
            .Select(number => new ZipPart($"Firefox.app/{number}", []) { Method = 0 });
        var zip = new ZipBuilder()
            .With([.. files])
            .With("Firefox.app/Contents/Info.plist", Some.InfoPlist())
            .ClaimingCount(65_541 % 65_536);

        Assert.That(Read(zip.Build()).AppVersion, Is.EqualTo("128.0"));
    }

    [Test]
    public void Reads_behind_the_place_that_a_mac_can_write_down()
    {
        using var zip = new SparseZip(
            new ZipBuilder().With("Firefox.app/Contents/Info.plist", Some.InfoPlist()).Build());

        Assert.That(ZipInspector.Read(zip, CancellationToken.None).AppVersion, Is.EqualTo("128.0"));
    }

    [Test]
    public void Ctrl_C_stops_the_reading()
    {
        var zip = new ZipBuilder().With("a", "b").Build();

        Assert.That(
            () => ZipInspector.Read(new MemoryStream(zip), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_long_directory_is_not_taken_in_at_once()
    {
        var zip = new ZipBuilder().With(
            [.. Enumerable.Range(0, 20_000).Select(number => new ZipPart($"{number}", []) { Method = 0 })]);
        var content = new MemoryStream(zip.Build());

        ZipEntry? first = null;
        var allocated = Allocations.Of(() => first = ZipDirectory.Read(content).Walk().First());

        Assert.That(first!.Path, Is.EqualTo("0"));
        Assert.That(allocated, Is.LessThan(250_000));
    }

    private static InstallerMetadata Read(byte[] zip) =>
        ZipInspector.Read(new MemoryStream(zip), CancellationToken.None);

    private static MediaFormatException Refusal(byte[] zip) =>
        Assert.Throws<MediaFormatException>(() => Read(zip))!;
}
