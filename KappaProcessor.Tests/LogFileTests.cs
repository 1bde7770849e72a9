using System.Runtime.Versioning;
using Kappa.Tests.Support;

namespace Kappa.Tests;

internal sealed class LogFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task A_run_is_written_down_for_its_user_alone_and_without_the_token()
    {
        await using var run = await UploadRun.StartAsync();
        run.WithConfig($$"""{ "zz_defaults": { "new_app_naming": "{{UploadRun.Token}} APPNAME" } }""");

        await run.GoAsync(run.Package("a.pkg"));

        var path = run.Folder[".local/state/kappa/kappa.log"];
        var text = await File.ReadAllTextAsync(path);
        Assert.That(text, Does.Contain(" INFO    Uploading a.pkg").And.Contain(" DEBUG   "));
        Assert.That(text, Does.Contain("[secret] Teapot").And.Not.Contain(UploadRun.Token));
        Assert.That(File.GetUnixFileMode(path), Is.EqualTo(OwnerOnly));
    }

    [TestCase(true, "Library/Logs/Kappa/kappa.log")]
    [TestCase(false, "state/kappa/kappa.log")]
    public void It_is_where_the_platform_wants_it(bool isMac, string place)
    {
        var host = Some.Host(("HOME", "/home/tea"), ("XDG_STATE_HOME", "/home/tea/state")) with { IsMac = isMac };

        Assert.That(LogFile.Find(host)?.Path, Is.EqualTo($"/home/tea/{place}"));
    }

    [Test]
    public void Without_a_home_there_is_none() => Assert.That(LogFile.Find(Some.Host()), Is.Null);

    [Test]
    public void A_full_one_makes_room_and_the_oldest_goes()
    {
        using var folder = new TempFolder();
        using var log = new LogFile(folder["kappa.log"]);
        for (var number = 1; number <= LogFile.Kept + 2; number++)
        {
            log.WriteLine($"{number}{new string('x', (int)LogFile.Largest)}");
        }

        log.WriteLine("last");

        Assert.That(
            Directory.GetFiles(folder.Path).Order().Select(path => File.ReadAllText(path)[..1]),
            Is.EqualTo(["l", "5", "4", "3"]));
    }

    [Test]
    public async Task One_that_cannot_be_written_stops_nothing()
    {
        await using var run = await UploadRun.StartAsync();
        run.Folder.Write(".local", "in the way");

        var result = await run.GoAsync(run.Package("a.pkg"));

        Assert.That((result.ExitCode, run.AppNames.Count), Is.EqualTo((0, 1)), result.Errors);
    }

    [Test]
    public async Task The_AutoPkg_step_writes_none()
    {
        await using var run = await RecipeRun.StartAsync();

        await run.GoAsync();

        Assert.That(Directory.Exists(run.Folder[".local/state"]), Is.False);
    }
}
