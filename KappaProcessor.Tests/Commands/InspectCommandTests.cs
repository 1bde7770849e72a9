using System.Text.RegularExpressions;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Commands;

internal sealed class InspectCommandTests
{
    [Test]
    public async Task Shows_a_table_with_the_place_each_value_comes_from()
    {
        using var folder = new TempFolder();
        var suite = Write(folder, "Suite.pkg", PackageBuilder.Component(payload: Payload()));
        var tool = Write(folder, "Tool.pkg", PackageBuilder.Component(Some.PackageInfo("com.acme.tool", "1.2", content: ""), []));

        var run = await KappaRun.OfAsync("inspect", suite, tool);

        Golden.Matches(Without(folder, run.Output), "inspect/text");
    }

    [Test]
    public async Task Prints_one_object_a_file_as_JSON()
    {
        using var folder = new TempFolder();
        var suite = Write(folder, "Suite.pkg", PackageBuilder.Component(payload: Payload()));

        var run = await KappaRun.OfAsync("inspect", "--json", suite, folder["none.pkg"]);

        Golden.Matches(Without(folder, run.Output), "inspect/json");
    }

    [Test]
    public async Task Prints_one_line_a_file_as_CSV()
    {
        using var folder = new TempFolder();
        var suite = Write(folder, "Suite, \"1\".pkg", PackageBuilder.Component(payload: Payload()));

        var run = await KappaRun.OfAsync("inspect", "--csv", suite, folder["none.pkg"]);

        Golden.Matches(Without(folder, run.Output).ReplaceLineEndings("\n"), "inspect/csv");
    }

    [Test]
    public async Task Fast_reads_no_payload_and_no_checksum()
    {
        using var folder = new TempFolder();
        var broken = Write(folder, "Broken.pkg", PackageBuilder.Component(payload: "no payload"u8.ToArray()));

        var run = await KappaRun.OfAsync("inspect", "--fast", "--json", broken);

        var told = JArray.Parse(run.Output).Single();
        Assert.That(
            ((string?)told["version"], (string?)told["sources"]!["version"], told["sha256"], run.ExitCode),
            Is.EqualTo(("128.0", "PackageInfo", (JToken?)null, 0)));
    }

    [Test]
    public async Task Says_why_on_stderr_and_goes_on()
    {
        using var folder = new TempFolder();
        var sound = Write(folder, "Sound.pkg", PackageBuilder.Component());

        var run = await KappaRun.OfAsync("inspect", folder["none.pkg"], sound);

        Assert.That(run.Errors, Does.StartWith($"ERROR: There is no installer at {folder["none.pkg"]}."));
        Assert.That((run.ExitCode, run.Output.Contains("Firefox.app", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Searches_a_folder_for_what_is_called_an_installer()
    {
        using var folder = new TempFolder();
        Write(folder, "b.pkg", PackageBuilder.Component());
        Write(folder, "a/c.PKG", PackageBuilder.Component());
        Write(folder, "a/App.app/Contents/Resources/inner.pkg", PackageBuilder.Component());
        folder.Write("notes.txt", "no installer");
        Directory.CreateDirectory(folder["old-style.mpkg/Contents"]);

        var run = await KappaRun.OfAsync("inspect", "--json", "--fast", folder.Path);

        var files = JArray.Parse(run.Output).Select(one => Path.GetRelativePath(folder.Path, (string)one["file"]!));
        Assert.That(files, Is.EqualTo((string[])["a/c.PKG", "b.pkg", "old-style.mpkg"]));
        Assert.That(run.Errors, Does.Contain("old-style.mpkg is a bundle-style package (a folder), which Kandji cannot install."));
    }

    [Test]
    public async Task A_link_back_to_a_folder_is_not_followed()
    {
        using var folder = new TempFolder();
        Write(folder, "a/b.pkg", PackageBuilder.Component());
        Directory.CreateSymbolicLink(folder["a/again"], folder.Path);

        var run = await KappaRun.OfAsync("inspect", "--json", "--fast", folder.Path);

        Assert.That(JArray.Parse(run.Output), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_folder_without_installers_is_an_error()
    {
        using var folder = new TempFolder();

        var run = await KappaRun.OfAsync("inspect", folder.Path);

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((1,
            $"ERROR: {folder.Path} holds no installer. One is called .pkg, .mpkg, .dmg, .zip; give a file's own path otherwise.{Environment.NewLine}")));
    }

    [TestCase("--json", "--csv", "a.pkg")]
    [TestCase("--unknown", "a.pkg")]
    [TestCase]
    public async Task A_wrong_command_line_ends_with_2(params string[] arguments)
    {
        var run = await KappaRun.OfAsync(["inspect", .. arguments]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task What_an_installer_calls_itself_moves_no_cursor()
    {
        using var folder = new TempFolder();
        var hostile = Write(folder, "a.pkg", PackageBuilder.Component(payload: PackageBuilder.Payload(
            new CpioBuilder().WithApplication("./\u001B[2J\u202Ex\n.app", Some.InfoPlist()))));

        var run = await KappaRun.OfAsync("inspect", hostile);

        Assert.That(run.Output, Does.Contain("\\u001B[2J\\u202Ex\\u000A.app"));
    }

    private static byte[] Payload() => PackageBuilder.Payload(
        new CpioBuilder().WithApplication("./Firefox.app", Some.InfoPlist(), size: 1_234_567));

    private static string Write(TempFolder folder, string name, XarBuilder package)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllBytes(folder[name], package.Build());
        return folder[name];
    }

    /// <summary>Without what differs from machine to machine: zlib is free to choose its output.</summary>
    private static string Without(TempFolder folder, string output)
    {
        var own = output.Replace($"{folder.Path}/", "", StringComparison.Ordinal);
        own = Regex.Replace(own, "[0-9a-f]{64}", "[sha256]");
        return Regex.Replace(own, "(?<=\n  size +|\"size\": |128\\.0,)[0-9]+(\\.[0-9] kB| bytes)?(?=\n|,)", "[size]");
    }
}
