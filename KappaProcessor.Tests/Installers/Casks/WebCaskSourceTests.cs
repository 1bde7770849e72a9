using System.Runtime.Versioning;
using Kappa.Installers.Casks;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Casks;

/// <summary>Against a real server on loopback that plays API and vendor.</summary>
internal sealed class WebCaskSourceTests
{
    private const string Package = CaskMirror.Package;

    [Test]
    public async Task Downloads_what_is_new_and_says_how_far_it_is()
    {
        await using var mirror = new CaskMirror().Describes().Answers(ServerReply.Text(200, Package));

        var cask = await mirror.FetchAsync();

        Assert.That((cask.Token, cask.Name, cask.Version), Is.EqualTo(("teapot", "Teapot", "1.2")));
        Assert.That(Path.GetFileName(cask.Path), Is.EqualTo("Teapot-1.2.pkg"));
        Assert.That(await File.ReadAllTextAsync(cask.Path), Is.EqualTo(Package));
        Assert.That(mirror.Progress, Does.Contain(
            new TransferProgress("Downloading Teapot-1.2.pkg", Package.Length, Package.Length)));
        Assert.That(mirror.Server.Requests[0].Line, Is.EqualTo("GET /api/cask/teapot.json HTTP/1.1"));
    }

    [Test]
    public async Task Never_downloads_the_same_file_twice()
    {
        await using var mirror = new CaskMirror().Describes().Answers(ServerReply.Text(200, Package)).Describes();
        var first = await mirror.FetchAsync();

        var second = await mirror.FetchAsync();

        Assert.That((second.Path, mirror.Downloads.Count), Is.EqualTo((first.Path, 1)));
    }

    [Test]
    public async Task A_file_that_was_spoilt_in_the_cache_is_downloaded_again()
    {
        await using var mirror = new CaskMirror()
            .Describes().Answers(ServerReply.Text(200, Package, "ETag: \"1\""))
            .Describes().Answers(ServerReply.Text(200, Package, "ETag: \"1\""));
        var first = await mirror.FetchAsync();
        await File.WriteAllTextAsync(first.Path, "xar! and a worm");

        var second = await mirror.FetchAsync();

        Assert.That(mirror.Downloads[1].Header("If-None-Match"), Is.Null);
        Assert.That(await File.ReadAllTextAsync(second.Path), Is.EqualTo(Package));
    }

    [Test]
    public async Task A_new_version_is_downloaded_beside_the_old_which_goes_after_a_week()
    {
        var clock = new SkippingClock();
        await using var mirror = new CaskMirror(clock)
            .Describes(version: "1").Answers(ServerReply.Text(200, Package))
            .Describes(version: "2").Answers(ServerReply.Text(200, Package))
            .Describes(version: "3").Answers(ServerReply.Text(200, Package));
        var first = await mirror.FetchAsync();
        var second = await mirror.FetchAsync();
        var bothWereThere = File.Exists(first.Path) && File.Exists(second.Path);
        clock.Advance(TimeSpan.FromDays(8));

        var third = await mirror.FetchAsync();

        Assert.That(
            (bothWereThere, File.Exists(first.Path), File.Exists(third.Path)), Is.EqualTo((true, false, true)));
    }

    [Test]
    public async Task Without_a_checksum_the_server_is_asked_whether_the_file_has_changed()
    {
        await using var mirror = new CaskMirror()
            .Describes(null).Answers(ServerReply.Text(200, Package, "ETag: \"1\""))
            .Describes(null).Answers(ServerReply.Text(304, "", "ETag: \"1\""))
            .Describes(null).Answers(ServerReply.Text(200, "xar! new", "ETag: \"2\""));
        var first = await mirror.FetchAsync();
        var unchanged = await mirror.FetchAsync();
        var before = await File.ReadAllTextAsync(unchanged.Path);

        var changed = await mirror.FetchAsync();

        Assert.That(
            mirror.Downloads.Select(request => request.Header("If-None-Match")),
            Is.EqualTo(new[] { null, "\"1\"", "\"1\"" }));
        Assert.That((unchanged.Path, before), Is.EqualTo((first.Path, Package)));
        Assert.That(await File.ReadAllTextAsync(changed.Path), Is.EqualTo("xar! new"));
        Assert.That(mirror.Log.Text, Does.Contain("no_check"));
    }

    [Test]
    public async Task A_wrong_checksum_deletes_the_file_and_names_both()
    {
        await using var mirror = new CaskMirror().Describes().Answers(ServerReply.Text(200, "xar! and a worm"));

        var problem = await mirror.RefusalAsync();

        Assert.That(problem.What, Is.EqualTo(
            $"The download of cask teapot has the SHA-256 {CaskMirror.Sha256("xar! and a worm")}; Homebrew says "
            + $"{CaskMirror.Sha256(Package)}. It was deleted."));
        Assert.That(
            Directory.EnumerateFiles(mirror.Cache, "*.pkg", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task Goes_on_where_it_was_cut_off()
    {
        var half = Package.Length / 2;
        await using var mirror = new CaskMirror().Describes().Answers(
            ServerReply.Truncated(200, Package, "ETag: \"1\""),
            ServerReply.Text(
                206, Package[half..], "ETag: \"1\"", $"Content-Range: bytes {half}-{Package.Length - 1}/{Package.Length}"));

        var cask = await mirror.FetchAsync();

        Assert.That(await File.ReadAllTextAsync(cask.Path), Is.EqualTo(Package));
        Assert.That(
            (mirror.Downloads[1].Header("Range"), mirror.Downloads[1].Header("If-Range")),
            Is.EqualTo(($"bytes={half}-", "\"1\"")));
    }

    [Test]
    public async Task Tries_again_when_the_connection_is_reset_in_the_middle()
    {
        await using var mirror = new CaskMirror().Describes().Answers(
            ServerReply.Truncated(200, Package) with { ReadsBody = false }, ServerReply.Text(200, Package));

        var cask = await mirror.FetchAsync();

        Assert.That(await File.ReadAllTextAsync(cask.Path), Is.EqualTo(Package));
    }

    [Test]
    public async Task The_next_run_goes_on_where_this_one_gave_up()
    {
        await using var mirror = new CaskMirror().Describes()
            .Answers(ServerReply.Truncated(200, Package, "ETag: \"1\""))
            .Answers([.. Enumerable.Repeat(ServerReply.HangUp, 4)]);
        var problem = await mirror.RefusalAsync();
        var half = Package.Length / 2;
        mirror.Describes().Answers(ServerReply.Text(
            206, Package[half..], $"Content-Range: bytes {half}-{Package.Length - 1}/{Package.Length}"));

        var cask = await mirror.FetchAsync();

        Assert.That(problem.What, Does.Contain("broke off 5 times"));
        Assert.That(await File.ReadAllTextAsync(cask.Path), Is.EqualTo(Package));
    }

    [TestCase(200, null, TestName = "A server that ignores the range starts anew")]
    [TestCase(206, "bytes 3-9/40", TestName = "A server that sends another range is asked anew")]
    [TestCase(416, null, TestName = "A server that has no such range is asked anew")]
    public async Task Starts_anew(int status, string? range)
    {
        await using var mirror = new CaskMirror().Describes().Answers(
            ServerReply.Truncated(200, Package, "ETag: \"1\""),
            status == 200
                ? ServerReply.Text(200, Package)
                : ServerReply.Text(status, "nothing", range is null ? "X-A: b" : $"Content-Range: {range}"),
            ServerReply.Text(200, Package));

        var cask = await mirror.FetchAsync();

        Assert.That(await File.ReadAllTextAsync(cask.Path), Is.EqualTo(Package));
    }

    [Test]
    public async Task Without_checksum_and_validator_a_part_is_not_continued()
    {
        await using var mirror = new CaskMirror().Describes(null).Answers(
            ServerReply.Truncated(200, Package), ServerReply.Text(200, Package));

        var cask = await mirror.FetchAsync();

        Assert.That(mirror.Downloads[1].Header("Range"), Is.Null);
        Assert.That(await File.ReadAllTextAsync(cask.Path), Is.EqualTo(Package));
    }

    [Test]
    public async Task Waits_longer_after_each_try_that_the_server_is_too_busy_for()
    {
        var clock = new SkippingClock();
        await using var mirror = new CaskMirror(clock).Describes()
            .Answers([.. Enumerable.Repeat(ServerReply.Text(503, ""), 5)]);

        var problem = await mirror.RefusalAsync();

        Assert.That(clock.Waits.Select(wait => wait.TotalSeconds), Is.EqualTo(new[] { 1, 2, 4, 8 }));
        Assert.That(problem.What, Does.EndWith("the last time: status 503."));
    }

    [Test]
    public async Task A_download_in_which_nothing_moves_is_ended()
    {
        var clock = new LimitClock();
        await using var mirror = new CaskMirror(clock).Describes()
            .Answers([.. Enumerable.Repeat(ServerReply.Silence, 5)]);

        var running = mirror.RefusalAsync();
        await mirror.Server.ArrivalAsync();
        for (var tries = 0; tries < 5; tries++)
        {
            await mirror.Server.ArrivalAsync();
            clock.ExpireLimits();
        }

        Assert.That((await running).What, Does.EndWith("the last time: nothing moved for 2 minutes."));
    }

    [TestCase(404)]
    [TestCase(403)]
    public async Task A_download_that_is_refused_is_not_tried_again(int status)
    {
        await using var mirror = new CaskMirror().Describes().Answers(ServerReply.Text(status, "no"));

        var problem = await mirror.RefusalAsync();

        Assert.That(
            problem.What, Is.EqualTo($"127.0.0.1 refuses the download of cask teapot: status {status}."));
        Assert.That(mirror.Downloads, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_cask_that_there_is_not_is_told()
    {
        await using var mirror = new CaskMirror().Answers(ServerReply.Text(404, "<html>"));

        var problem = await mirror.RefusalAsync("teapott");

        Assert.That(problem.What, Is.EqualTo("Homebrew has no cask teapott."));
    }

    [TestCase("Location: /files/Renamed.pkg", "Renamed.pkg")]
    [TestCase("Location: /files/download?id=1", "Teapot-1.2.pkg")]
    public async Task Follows_redirects(string location, string name)
    {
        await using var mirror = new CaskMirror().Describes().Answers(
            ServerReply.Text(302, "", location), ServerReply.Text(200, Package));

        var cask = await mirror.FetchAsync();

        Assert.That(Path.GetFileName(cask.Path), Is.EqualTo(name));
    }

    [Test]
    public async Task A_redirect_to_plain_http_elsewhere_is_refused()
    {
        await using var mirror = new CaskMirror().Describes().Answers(
            ServerReply.Text(302, "", "Location: http://dl.example.org/Teapot.pkg"));

        var problem = await mirror.RefusalAsync();

        Assert.That(
            problem.What, Is.EqualTo("127.0.0.1 redirects to http://dl.example.org, which is not https."));
    }

    [Test]
    public async Task Redirects_in_a_circle_end()
    {
        await using var mirror = new CaskMirror().Describes()
            .Answers([.. Enumerable.Repeat(ServerReply.Text(302, "", "Location: /again"), 12)]);

        var problem = await mirror.RefusalAsync();

        Assert.That(problem.What, Is.EqualTo("127.0.0.1 redirects more than 10 times."));
    }

    [TestCase("attachment; filename=\"../../../evil.pkg\"", "evil.pkg")]
    [TestCase("attachment; filename*=UTF-8''..%2F..%2FT%C3%A9.pkg", "Té.pkg")]
    [TestCase("attachment; filename=\"..\"", "Teapot-1.2.pkg")]
    public async Task A_name_that_the_server_gives_stays_in_the_cache(string disposition, string name)
    {
        await using var mirror = new CaskMirror().Describes().Answers(
            ServerReply.Text(200, Package, $"Content-Disposition: {disposition}"));

        var cask = await mirror.FetchAsync();

        Assert.That(Path.GetFileName(cask.Path), Is.EqualTo(name));
        Assert.That(cask.Path, Does.StartWith(mirror.Cache + "/teapot/"));
    }

    [Test]
    public async Task A_page_in_the_place_of_a_file_is_told_and_not_kept()
    {
        await using var mirror = new CaskMirror().Describes(null).Answers(
            ServerReply.Text(200, "<html>Log in</html>"));

        var problem = await mirror.RefusalAsync();

        Assert.That(problem.What, Does.EndWith("for cask teapot is no package, disk image or .zip."));
        Assert.That(Directory.EnumerateFiles(mirror.Cache, "*.pkg", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task A_file_without_a_suffix_gets_its_own()
    {
        await using var mirror = new CaskMirror()
            .Describes(path: "get").Answers(ServerReply.Text(200, Package))
            .Describes(path: "get");
        var first = await mirror.FetchAsync();

        var again = await mirror.FetchAsync();

        Assert.That((Path.GetFileName(first.Path), again.Path), Is.EqualTo(("get.pkg", first.Path)));
    }

    [Test]
    public async Task One_that_fails_among_five_leaves_the_others_alone()
    {
        await using var mirror = new CaskMirror();
        foreach (var number in Enumerable.Range(1, 5))
        {
            mirror.Describes(token: $"tea{number}")
                .Answers(ServerReply.Text(number == 3 ? 404 : 200, Package));
        }

        var failures = new List<string>();
        var paths = new List<string>();
        foreach (var number in Enumerable.Range(1, 5))
        {
            try
            {
                paths.Add((await mirror.FetchAsync($"tea{number}")).Path);
            }
            catch (KappaException problem)
            {
                failures.Add(problem.What);
            }
        }

        Assert.That(paths, Has.Count.EqualTo(4).And.All.Exist);
        Assert.That(failures, Has.Count.EqualTo(1).And.All.Contains("tea3"));
    }

    [Test]
    public async Task Waits_while_another_run_has_the_same_download()
    {
        await using var mirror = new CaskMirror(TimeProvider.System)
            .Describes().Answers(ServerReply.Text(200, Package));
        using var hold = await CaskShelf.OpenAsync(
            mirror.Cache, CaskOf(mirror), TimeProvider.System, CancellationToken.None);
        using var stop = new CancellationTokenSource();

        var waiting = mirror.FetchAsync(cancel: stop.Token);
        await mirror.Server.ArrivalAsync();
        await stop.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(mirror.Downloads, Is.Empty);
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task The_cache_is_its_users_alone()
    {
        await using var mirror = new CaskMirror().Describes().Answers(ServerReply.Text(200, Package));

        await mirror.FetchAsync();

        Assert.That(
            File.GetUnixFileMode(mirror.Cache),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [TestCase("https://mirror.example.org/api", "https://mirror.example.org/api/")]
    [TestCase("http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api/")]
    [TestCase("", "https://formulae.brew.sh/api/")]
    public void The_API_may_be_another(string value, string root) =>
        Assert.That(CaskApi.Root(_ => value).AbsoluteUri, Is.EqualTo(root));

    [TestCase("http://mirror.example.org/api")]
    [TestCase("file:///tmp")]
    [TestCase("mirror")]
    public void An_API_that_is_not_on_https_is_refused(string value) =>
        Assert.That(() => CaskApi.Root(_ => value), Throws.TypeOf<KappaException>());

    private static CaskDocument CaskOf(CaskMirror mirror) => Some.Cask("teapot") with
    {
        Request = new CaskRequest(new Uri(mirror.Server.Root, "Teapot-1.2.pkg")),
        Sha256 = CaskMirror.Sha256(Package),
    };
}
