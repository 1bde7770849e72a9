using System.Text;
using Kappa.Formats;
using Kappa.Installers;
using Kappa.Installers.Images;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

/// <summary>With the real 7-Zip.</summary>
internal sealed class DiskImageInspectorTests
{
    private static readonly byte[] InfoPlist = Encoding.UTF8.GetBytes(Some.InfoPlist());

    private static readonly byte[] Package = InstallerFixtures.Read("bsdtar-component-gzip.pkg");

    [Test]
    public async Task Reads_the_application_in_an_image_from_a_mac()
    {
        using var image = new ImageUnderTest(InstallerFixtures.Read("transmission-2.61.dmg"));

        var found = await image.ReadAsync();

        Assert.That(
            (found.AppName, found.BundleId, found.AppVersion, found.InstalledSize),
            Is.EqualTo(("Transmission.app", "org.m0k.transmission", (string?)null, 258L)));
        Assert.That(
            found.Sources["AppName"], Is.EqualTo("disk image: Transmission.app/Contents/Info.plist"));
    }

    [TestCase("container.dmg")]
    [TestCase("container-apfs.dmg")]
    public async Task An_image_without_application_and_package_tells_neither(string name)
    {
        using var image = new ImageUnderTest(InstallerFixtures.Read(name));

        var found = await image.ReadAsync();

        Assert.That(
            (found.AppName, found.InnerPackage, found.Sources.Count),
            Is.EqualTo(((string?)null, (string?)null, 0)));
    }

    [Test]
    public async Task Takes_the_largest_of_several_applications()
    {
        using var image = ImageUnderTest.Of(
            ("Extras/Uninstall.app/Contents/Info.plist", InfoPlist),
            ("Firefox.app/Contents/Info.plist", InfoPlist),
            ("Firefox.app/Contents/MacOS/firefox", new byte[5_000]));

        var found = await image.ReadAsync();

        Assert.That((found.AppName, found.InstalledSize), Is.EqualTo(("Firefox.app", InfoPlist.Length + 5_000L)));
    }

    [Test]
    public async Task Reads_the_package_where_there_is_no_application()
    {
        using var image = ImageUnderTest.Of(
            ("Manual.pdf", new byte[9_000]), ("Extras/Driver.pkg", new byte[100]), ("Install/Okta.pkg", Package));

        var found = await image.ReadAsync();

        Assert.That(
            (found.InnerPackage, found.PackageId, found.PackageVersion),
            Is.EqualTo(("Install/Okta.pkg", "com.okta.mobile", "9.27.0")));
        Assert.That(found.Sources["PackageId"], Is.EqualTo("Okta.pkg in the image: PackageInfo"));
    }

    [Test]
    public async Task An_application_counts_more_than_a_package_beside_or_inside_it()
    {
        using var image = ImageUnderTest.Of(
            ("Firefox.app/Contents/Info.plist", InfoPlist),
            ("Firefox.app/Contents/Resources/Helper.pkg", Package),
            ("Extras.pkg", Package));

        var found = await image.ReadAsync();

        Assert.That(
            (found.AppName, found.InnerPackage, found.PackageId),
            Is.EqualTo(("Firefox.app", (string?)null, (string?)null)));
    }

    [Test]
    public async Task A_package_inside_an_application_is_a_part_of_that()
    {
        using var image = ImageUnderTest.Of(("Broken.app/Contents/Resources/Helper.pkg", Package));

        var found = await image.ReadAsync();

        Assert.That((found.AppName, found.InnerPackage), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task A_package_in_the_old_form_is_named_but_not_read()
    {
        using var image = ImageUnderTest.Of(
            ("Old.mpkg/Contents/Info.plist", InfoPlist), ("Old.mpkg/Contents/Packages/Part.pkg", Package));

        var found = await image.ReadAsync();

        Assert.That((found.InnerPackage, found.PackageId), Is.EqualTo(("Old.mpkg", (string?)null)));
    }

    [Test]
    public async Task What_is_taken_out_is_private_and_goes_away()
    {
        using var image = ImageUnderTest.Of(("Okta.pkg", Package));
        string? place = null;
        UnixFileMode? mode = null;
        UnixFileMode? folderMode = null;

        await new DiskImageInspector(ImageUnderTest.SevenZip, Read).ReadAsync(image.Path, CancellationToken.None);

        Assert.That((mode, folderMode), Is.EqualTo(
            (UnixFileMode.UserRead | UnixFileMode.UserWrite,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)));
        Assert.That(Path.GetDirectoryName(place), Does.Not.Exist);

        InstallerMetadata Read(string path, CancellationToken cancel)
        {
            place = path;
            mode = new FileInfo(path).UnixFileMode;
            folderMode = new FileInfo(path).Directory!.UnixFileMode;
            return new InstallerMetadata();
        }
    }

    [Test]
    public async Task A_broken_package_is_told_by_its_name_in_the_image()
    {
        using var image = ImageUnderTest.Of(("Okta.pkg", Package[..1000]));

        var problem = await image.RefusalAsync();

        Assert.That(problem.What, Does.StartWith($"Okta.pkg in {image.Path} is damaged: "));
    }

    [Test]
    public async Task A_package_that_is_none_is_told_by_its_name_in_the_image()
    {
        using var image = ImageUnderTest.Of(("Okta.pkg", Encoding.UTF8.GetBytes("<html>")));

        var problem = await image.RefusalAsync();

        Assert.That(problem.What, Does.StartWith($"Okta.pkg in {image.Path} is a web page"));
    }

    [Test]
    public async Task Several_volumes_are_told()
    {
        var volume = ImageUnderTest.Volume(("Firefox.app/Contents/Info.plist", InfoPlist));
        using var image = new ImageUnderTest(new UdifBuilder().With(volume, volume).Build());

        var problem = await image.RefusalAsync();

        Assert.That(
            problem.What,
            Is.EqualTo($"{image.Path} holds volumes that this 7-Zip does not open: 0.hfs, 1.hfs."));
        Assert.That(problem.Remedy, Does.Contain("a Mac reads"));
    }

    [Test]
    public async Task An_image_that_is_cut_short_is_told_with_the_complaint()
    {
        using var image = new ImageUnderTest(InstallerFixtures.Read("transmission-2.61.dmg")[..20_000]);

        var problem = await image.RefusalAsync();

        Assert.That(problem.What, Is.EqualTo(
            $"{image.Path} cannot be read: 7-Zip said 2 (Open ERROR: Cannot open the file as [Dmg] archive)."));
    }

    [Test]
    public async Task An_image_with_a_spoilt_block_is_told()
    {
        var bytes = InstallerFixtures.Read("transmission-2.61.dmg");
        bytes.AsSpan(100, 12_000).Clear();
        using var image = new ImageUnderTest(bytes);

        var problem = await image.RefusalAsync();

        Assert.That(problem.What, Does.StartWith($"{image.Path} cannot be read: 7-Zip said 2 ("));
    }

    [Test]
    public async Task A_trailer_that_lies_is_told_before_any_tool_is_started()
    {
        using var image = new ImageUnderTest(new UdifBuilder().WithVersion(9).Build());

        var fault = await Thrown.ByAsync<MediaFormatException>(() => image.ReadAsync(new SevenZip(null)));

        Assert.That(
            fault.Message,
            Does.StartWith($"{image.Path} is damaged: disk image (UDIF), byte").And.Contain("version is 9"));
    }

    [TestCase("encrcdsa", "")]
    [TestCase("", "cdsaencr")]
    public async Task An_encrypted_image_is_told_before_any_tool_is_started(string start, string end)
    {
        using var image = new ImageUnderTest(Encoding.ASCII.GetBytes($"{start}{new string('x', 9_000)}{end}"));

        var problem = await image.RefusalAsync(new SevenZip(null));

        Assert.That(problem.What, Is.EqualTo($"{image.Path} is encrypted; nobody can open it without its password."));
        Assert.That(problem.Remedy, Does.Contain("hdiutil convert"));
    }

    [Test]
    public async Task A_licence_does_not_keep_7_zip_from_reading()
    {
        var volume = ImageUnderTest.Volume(("Firefox.app/Contents/Info.plist", InfoPlist));
        using var image = new ImageUnderTest(new UdifBuilder().With(volume).WithLicense().Build());

        Assert.That((await image.ReadAsync()).AppVersion, Is.EqualTo("128.0"));
    }

    [TestCase("-p dash")]
    [TestCase("@list")]
    [TestCase("we*ird [a]?")]
    [TestCase("Grüße")]
    [TestCase("Gru\u0308ße", TestName = "Decomposed")]
    [TestCase("$(touch x); `y`")]
    [TestCase(" space before and = after ")]
    public async Task An_application_may_have_an_odd_name(string name)
    {
        var volume = ImageUnderTest.Pack("ustar", ($"{name}.app/Contents/Info.plist", InfoPlist));
        using var image = new ImageUnderTest(volume, "-o*d[d] ?.dmg");

        Assert.That((await image.ReadAsync()).AppName, Is.EqualTo($"{name}.app"));
    }

    [Test]
    public async Task A_name_does_not_stand_for_others()
    {
        using var image = new ImageUnderTest(ImageUnderTest.Pack(
            "ustar",
            ("Fire???.app/Contents/Info.plist", InfoPlist),
            ("Fire???.app/Contents/MacOS/firefox", new byte[5_000]),
            ("Firefox.app/Contents/Info.plist", InfoPlist)));

        Assert.That((await image.ReadAsync()).AppName, Is.EqualTo("Fire???.app"));
    }

    [Test]
    public async Task A_name_that_7_zip_does_not_show_as_it_is_is_refused()
    {
        using var image = new ImageUnderTest(ImageUnderTest.Pack("ustar", ("a\nb.app/Contents/Info.plist", InfoPlist)));

        var problem = await Thrown.ByAsync<MediaFormatException>(() => image.ReadAsync());

        Assert.That(
            problem.Message,
            Does.Contain("a_b.app/Contents/Info.plist, byte 0: 0 bytes come out of it; it has"));
    }

    [Test]
    public async Task An_info_plist_larger_than_any_is_refused()
    {
        using var image = ImageUnderTest.Of(("Firefox.app/Contents/Info.plist", new byte[3_000_000]));

        var problem = await Thrown.ByAsync<MediaFormatException>(() => image.ReadAsync());

        Assert.That(problem.Message, Does.Contain("it has more than 1,048,576 bytes"));
    }

    [Test]
    public async Task More_applications_than_any_image_has_are_refused()
    {
        var volume = ImageUnderTest.Pack("ustar", [.. Enumerable.Range(0, 101).Select(
            number => ($"{number}.app/Contents/Info.plist", InfoPlist))]);
        using var image = new ImageUnderTest(volume);

        var problem = await image.RefusalAsync();

        Assert.That(problem.What, Does.Contain("holds more than 100 applications"));
    }

    [Test]
    public async Task Ctrl_C_stops_the_reading()
    {
        using var image = new ImageUnderTest(InstallerFixtures.Read("transmission-2.61.dmg"));
        var inspector = new DiskImageInspector(ImageUnderTest.SevenZip, ImageUnderTest.ReadPackage);

        Assert.That(
            async () => await inspector.ReadAsync(image.Path, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task An_image_that_is_not_there_is_told()
    {
        var inspector = new DiskImageInspector(new SevenZip(null), ImageUnderTest.ReadPackage);

        var problem = await Thrown.ByAsync<KappaException>(
            () => inspector.ReadAsync("/nowhere/a.dmg", CancellationToken.None));

        Assert.That(problem.What, Is.EqualTo("There is no installer at /nowhere/a.dmg."));
    }
}
