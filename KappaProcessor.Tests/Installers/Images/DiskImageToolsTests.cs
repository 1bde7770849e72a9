using Kappa.Installers.Images;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Images;

internal sealed class DiskImageToolsTests
{
    [Test]
    public void A_mac_has_hdiutil() =>
        Assert.That(DiskImageTools.ForThisMachine(isMac: true, _ => null), Is.TypeOf<Hdiutil>());

    [Test]
    public async Task Without_7_zip_the_error_says_what_to_install()
    {
        using var image = new ImageUnderTest(new UdifBuilder().With(new byte[512]).Build());

        var problem = await image.RefusalAsync(DiskImageTools.ForThisMachine(isMac: false, _ => null));

        Assert.That(problem.Message, Is.EqualTo(
            $"{image.Path} is a disk image, and neither 7zz nor 7z is on PATH to read it. "
            + "Install 7-Zip: apt install 7zip (Debian, Ubuntu), brew install sevenzip (Homebrew)."));
    }

    [TestCase("7zz", "one")]
    [TestCase("7z", "two")]
    [TestCase("7zz two/7z", "one")]
    [TestCase("7z two/7zz", "two", TestName = "7zz is found before 7z wherever it is")]
    public async Task Finds_the_program_on_path(string names, string complainer)
    {
        using var folder = new TempFolder();
        var place = complainer == "one" || names.Contains(' ', StringComparison.Ordinal) ? "one" : "two";
        foreach (var name in $"{place}/{names}".Split(' '))
        {
            WriteProgram(folder, name);
        }

        Assert.That(await ComplaintAsync($"{folder["one"]}:{folder["two"]}"), Does.Contain($"from {complainer}/"));
    }

    [Test]
    public async Task A_file_that_is_no_program_is_passed_over()
    {
        using var folder = new TempFolder();
        folder.Write("7zz", "#!/bin/sh\n");

        Assert.That(await ComplaintAsync(folder.Path), Does.Contain("neither 7zz nor 7z"));
    }

    [Test]
    public async Task A_relative_folder_of_path_is_passed_over()
    {
        using var folder = new TempFolder();
        WriteProgram(folder, "7zz");

        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder.Path);

        Assert.That(await ComplaintAsync($":{relative}:"), Does.Contain("neither 7zz nor 7z"));
    }

    /// <summary>What comes of reading an image, with a program that says where it is.</summary>
    private static async Task<string> ComplaintAsync(string path)
    {
        using var image = new ImageUnderTest(new byte[600]);
        var tool = DiskImageTools.ForThisMachine(isMac: false, name => name == "PATH" ? path : null);
        return (await image.RefusalAsync(tool)).What;
    }

    private static void WriteProgram(TempFolder folder, string name)
    {
        var path = folder.Write(name, $"#!/bin/sh\necho 'from {name}' >&2\nexit 2\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
