using Kappa.Tests.Support;

namespace Kappa.Tests.Commands;

/// <summary>What goes up for a .zip or a disk image.</summary>
internal sealed class UploadMediaTests
{
    [Test]
    public async Task An_application_in_a_zip_goes_up_as_it_is()
    {
        await using var run = await UploadRun.StartAsync();

        var result = await run.GoAsync(Zip(run), "-u", "/Library/Tea");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        var app = run.App("Kettle (AutoPkg)");
        Assert.That((app.InstallType, app.UnzipLocation), Is.EqualTo(("zip", "/Library/Tea")));
    }

    [TestCase(null, "/Applications")]
    [TestCase("/Users/Shared", "/Users/Shared")]
    public async Task A_zip_is_unpacked_where_the_configuration_says(string? configured, string location)
    {
        await using var run = await UploadRun.StartAsync();
        if (configured is not null)
        {
            run.WithConfig($$"""{ "zz_defaults": { "unzip_location": "{{configured}}" } }""");
            run.WithVariable("ENV_KEYSTORE", "1");
        }

        await run.GoAsync(Zip(run), "--name", "Kettle");

        Assert.That(run.App("Kettle").UnzipLocation, Is.EqualTo(location));
    }

    [Test]
    public async Task An_application_in_an_image_goes_up_with_the_image()
    {
        _ = ImageUnderTest.SevenZip;
        await using var run = await UploadRun.StartAsync();
        var image = Image(run, ("Kettle.app/Contents/Info.plist", InfoPlist()));

        var result = await run.GoAsync(image);

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.App("Kettle (AutoPkg)").InstallType, Is.EqualTo("image"));
    }

    [Test]
    public async Task A_package_in_an_image_goes_up_alone_and_nothing_of_it_stays()
    {
        _ = ImageUnderTest.SevenZip;
        await using var run = await UploadRun.StartAsync();
        var small = UploadRun.PackageBytes("Spoon");
        byte[] large = [.. UploadRun.PackageBytes(), .. new byte[4096]];
        var image = Image(run, ("Spoon.pkg", small), ("Install Teapot.pkg", large));
        var before = Leftovers();

        var result = await run.GoAsync(image, "--enforcement", "audit_enforce");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        var app = run.App("Teapot (AutoPkg)");
        Assert.That(
            (app.InstallType, app.FileSize, app.FileName.StartsWith("Install Teapot_", StringComparison.Ordinal)),
            Is.EqualTo(("package", large.Length, true)));
        Assert.That(result.Errors, Does.Contain(" WARNING Tea.dmg holds no application, but packages, which Kandji "
            + "cannot install out of an image: Install Teapot.pkg, the largest of 2 packages, is uploaded instead."));
        Assert.That(Leftovers(), Is.EqualTo(before));
    }

    [Test]
    public async Task An_image_with_neither_is_refused_before_anything_is_sent()
    {
        _ = ImageUnderTest.SevenZip;
        await using var run = await UploadRun.StartAsync();
        var image = Image(run, ("read me.txt", "Hello"u8.ToArray()));

        var result = await run.GoAsync(image);

        Assert.That((result.ExitCode, run.Sandbox.Requests.Count), Is.EqualTo((1, 0)));
        Assert.That(result.Errors, Does.Contain("Tea.dmg holds neither an application nor a package."));
    }

    [Test]
    public async Task A_zip_without_an_application_is_refused_before_anything_is_sent()
    {
        await using var run = await UploadRun.StartAsync();
        var zip = run.Folder.Write("Tea.zip", new ZipBuilder().With("read me.txt", "Hello").Build());

        var result = await run.GoAsync(zip);

        Assert.That((result.ExitCode, run.Sandbox.Requests.Count), Is.EqualTo((1, 0)));
        Assert.That(result.Errors, Does.Contain("Tea.zip holds neither an application nor a package."));
    }

    private static string Zip(UploadRun run) => run.Folder.Write(
        "Kettle-2.0.zip",
        new ZipBuilder().With("Kettle.app/Contents/Info.plist", Some.InfoPlist("org.example.kettle", "2.0")).Build());

    private static string Image(UploadRun run, params (string Path, byte[] Content)[] files) =>
        run.Folder.Write("Tea.dmg", new UdifBuilder().With(ImageUnderTest.Volume(files)).Build());

    private static byte[] InfoPlist() =>
        System.Text.Encoding.UTF8.GetBytes(Some.InfoPlist("org.example.kettle", "2.0"));

    /// <summary>Of packages taken out of images; other tests at the same moment have none of this size.</summary>
    private static IReadOnlyList<string> Leftovers() =>
    [
        .. Directory.EnumerateDirectories(Path.GetTempPath(), "kappa-image-*")
            .Where(folder => File.Exists(Path.Combine(folder, "inner.pkg")))
            .Where(folder => new FileInfo(Path.Combine(folder, "inner.pkg")).Length
                == UploadRun.PackageBytes().Length + 4096),
    ];
}
