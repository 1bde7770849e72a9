using Kappa.Installers;
using Kappa.Installers.Images;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Images;

/// <summary>With a stand-in for hdiutil, and on a Mac with the real one.</summary>
internal sealed class HdiutilTests
{
    [Test]
    public async Task Reads_the_application_in_the_mounted_volume()
    {
        using var hdiutil = WithFirefox();

        var found = await ReadAsync(hdiutil);

        Assert.That(
            (found.AppName, found.AppVersion, found.InstalledSize),
            Is.EqualTo(("Firefox.app", "128.0", Some.InfoPlist().Length + 4L)));
    }

    [Test]
    public async Task Mounts_out_of_sight_and_read_only_and_answers_no_question()
    {
        using var hdiutil = WithFirefox();
        using var image = new ImageUnderTest([1, 2, 3]);

        await image.ReadAsync(hdiutil.Tool);

        Assert.That(hdiutil.Arguments, Is.EqualTo(new[]
        {
            "attach", image.Path, "-plist", "-readonly", "-nobrowse", "-noautoopen", "-mountrandom", hdiutil.MountRoot,
            "detach", Path.Combine(hdiutil.MountRoot, "dmg.A1b2C3"),
        }));
        Assert.That(hdiutil.Input, Is.Empty);
        Assert.That(hdiutil.MountRoot, Does.Not.Exist);
    }

    [Test]
    public async Task Follows_no_link_and_so_stays_in_the_volume()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Write("Other.app/Contents/Info.plist", Some.InfoPlist("org.other", "9"));
        elsewhere.Write("Other.app/Contents/MacOS/large", new byte[100_000]);
        using var hdiutil = WithFirefox();
        Directory.CreateSymbolicLink(Path.Combine(hdiutil.Volume, "Applications"), elsewhere.Path);
        Directory.CreateSymbolicLink(Path.Combine(hdiutil.Volume, "Other.app"), elsewhere["Other.app"]);
        File.CreateSymbolicLink(
            Path.Combine(hdiutil.Volume, "Firefox.app/Contents/large"), elsewhere["Other.app/Contents/MacOS/large"]);

        var found = await ReadAsync(hdiutil);

        Assert.That(
            (found.AppName, found.InstalledSize), Is.EqualTo(("Firefox.app", Some.InfoPlist().Length + 4L)));
    }

    [Test]
    public async Task Reads_a_package_where_it_is()
    {
        using var hdiutil = new HdiutilStandIn().With("Okta.pkg", InstallerFixtures.Read("bsdtar-component-gzip.pkg"));

        var found = await ReadAsync(hdiutil);

        Assert.That((found.InnerPackage, found.PackageId), Is.EqualTo(("Okta.pkg", "com.okta.mobile")));
    }

    [Test]
    public async Task Detaches_by_force_what_something_holds_on_to()
    {
        using var hdiutil = WithFirefox().Refuses("detach", "hdiutil: couldn't unmount \"disk4\" - Resource busy");

        await ReadAsync(hdiutil);

        Assert.That(hdiutil.Arguments.TakeLast(3).Take(2), Is.EqualTo(new[] { "detach", "-force" }));
        Assert.That(hdiutil.MountRoot, Does.Not.Exist);
    }

    [Test]
    public async Task Leaves_mounted_what_was_mounted_before()
    {
        using var before = new TempFolder();
        before.Write("Firefox.app/Contents/Info.plist", Some.InfoPlist());
        using var hdiutil = new HdiutilStandIn().IsMountedAt(before.Path);

        var found = await ReadAsync(hdiutil);

        Assert.That(
            (found.AppName, File.Exists(before["Firefox.app/Contents/Info.plist"])),
            Is.EqualTo(("Firefox.app", true)));
        Assert.That(hdiutil.Arguments, Has.None.EqualTo("detach"));
    }

    [Test]
    public async Task Detaches_after_an_error()
    {
        using var hdiutil = new HdiutilStandIn().With("Firefox.app/Contents/Info.plist", "no plist");

        await Thrown.ByAsync<Kappa.Formats.MediaFormatException>(() => ReadAsync(hdiutil));

        Assert.That(hdiutil.MountRoot, Does.Not.Exist);
    }

    [Test]
    public async Task Ctrl_C_leaves_nothing_mounted()
    {
        using var hdiutil = WithFirefox().Hangs();
        using var stop = new CancellationTokenSource();
        using var image = new ImageUnderTest([1, 2, 3]);

        var inspector = new DiskImageInspector(hdiutil.Tool, ImageUnderTest.ReadPackage);
        var running = inspector.ReadAsync(image.Path, stop.Token);
        await hdiutil.MountedAsync();
        await stop.CancelAsync();

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(hdiutil.MountRoot, Does.Not.Exist);
    }

    [Test]
    public async Task A_licence_that_nobody_agrees_to_is_told()
    {
        using var hdiutil = new HdiutilStandIn().Refuses("attach", "hdiutil: attach canceled");
        using var image = new ImageUnderTest(new UdifBuilder().With(new byte[512]).WithLicense().Build());

        var problem = await image.RefusalAsync(hdiutil.Tool);

        Assert.That(problem.What, Does.StartWith($"{image.Path} shows a licence that a person must agree to"));
        Assert.That(problem.What, Does.Contain("hdiutil: attach canceled"));
        Assert.That(problem.Remedy, Does.Contain("hdiutil convert"));
    }

    [Test]
    public async Task What_hdiutil_refuses_is_told_with_its_complaint()
    {
        using var hdiutil = new HdiutilStandIn().Refuses("attach", "hdiutil: attach failed - image not recognized");
        using var image = new ImageUnderTest([1, 2, 3]);

        var problem = await image.RefusalAsync(hdiutil.Tool);

        Assert.That(problem.What, Is.EqualTo(
            $"{image.Path} cannot be opened: hdiutil said 1 (hdiutil: attach failed - image not recognized)."));
    }

    [Test]
    public async Task A_password_that_is_asked_for_is_told()
    {
        using var hdiutil = new HdiutilStandIn().Refuses("attach", "hdiutil: attach failed - Authentication error");
        using var image = new ImageUnderTest([1, 2, 3]);

        var problem = await image.RefusalAsync(hdiutil.Tool);

        Assert.That(problem.What, Does.EndWith("is encrypted; nobody can open it without its password."));
    }

    [TestCase("")]
    [TestCase("<?xml version=\"1.0\"?><plist><array/></plist>")]
    [TestCase("<?xml version=\"1.0\"?><plist><dict>")]
    public void An_answer_that_is_not_understood_is_told(string output) =>
        Assert.That(() => AttachedVolumes.Parse(output), Throws.TypeOf<KappaException>());

    [Test]
    [Platform("MacOsX")]
    public async Task The_real_hdiutil_opens_an_image()
    {
        using var image = new ImageUnderTest(InstallerFixtures.Read("transmission-2.61.dmg"));

        var found = await image.ReadAsync(new Hdiutil(new ExternalTool(Hdiutil.ToolPath)));

        Assert.That((found.AppName, found.BundleId), Is.EqualTo(("Transmission.app", "org.m0k.transmission")));
    }

    private static HdiutilStandIn WithFirefox() => new HdiutilStandIn()
        .With("Firefox.app/Contents/Info.plist", Some.InfoPlist())
        .With("Firefox.app/Contents/MacOS/firefox", "1234");

    private static async Task<InstallerMetadata> ReadAsync(HdiutilStandIn hdiutil)
    {
        using var image = new ImageUnderTest([1, 2, 3]);
        return await image.ReadAsync(hdiutil.Tool);
    }
}
