using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary><c>shim/install</c> against a server on this machine.</summary>
[Platform(Exclude = "Win")]
internal sealed class InstallTests
{
    private const string Elsewhere = "osx-arm64";

    private static readonly byte[] Kappa = InstallRun.Executable("2.0.0");

    [Test]
    public async Task Downloads_the_executable_of_this_computer()
    {
        await using var server = Release("linux-x64");
        using var install = new InstallRun();

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That(await File.ReadAllBytesAsync(install.Installed()), Is.EqualTo(Kappa));
        Assert.That(
            run.StandardOutput,
            Is.EqualTo(
                $"{install.Installed()} was downloaded from {server.Root}v2.0.0.\n"
                + $"SHA-256: {InstallRun.Checksum(Kappa)}\n"));
        Assert.That(
            server.Requests.Select(request => request.Line),
            Is.EqualTo(["GET /v2.0.0/SHA256SUMS HTTP/1.1", "GET /v2.0.0/kappa-linux-x64 HTTP/1.1"]));
    }

    [Test]
    public async Task The_executable_may_be_started_and_nothing_else_is_left_behind()
    {
        await using var server = Release("linux-x64");
        using var install = new InstallRun();

        await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(
            OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(install.Installed()),
            Is.EqualTo((UnixFileMode)Convert.ToInt32("755", 8)));
        Assert.That(install.Traces(), Is.EquivalentTo(["kappa", "linux-x64", "linux-x64/kappa"]));
    }

    [Test]
    public async Task It_can_be_called_by_one_name_on_every_kind_of_computer()
    {
        await using var server = Release("linux-x64");
        using var install = new InstallRun();

        await install.RunAsync(server.Root.AbsoluteUri);

        Assert.That(
            new FileInfo(Path.Combine(install.Clone, "shim/bin/kappa")).LinkTarget, Is.EqualTo("linux-x64/kappa"));
    }

    [Test]
    public async Task Downloads_another_computers_executable_and_does_not_start_it()
    {
        await using var server = Release(Elsewhere, "not for this computer"u8.ToArray());
        using var install = new InstallRun();

        var run = await install.RunAsync(server.Root.AbsoluteUri, Elsewhere);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That(await File.ReadAllTextAsync(install.Installed(Elsewhere)), Is.EqualTo("not for this computer"));
    }

    [Test]
    public async Task A_second_time_it_only_compares_the_checksum()
    {
        await using var server = new ScriptedServer(ServerReply.Text(200, InstallRun.Line("linux-x64", Kappa)));
        using var install = new InstallRun().WithInstalled(Kappa);

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That(run.StandardOutput, Does.StartWith($"{install.Installed()} is version 2.0.0 already."));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_older_executable_gives_way()
    {
        await using var server = Release("linux-x64");
        using var install = new InstallRun().WithInstalled(InstallRun.Executable("1.9.0"));

        await install.RunAsync(server.Root.AbsoluteUri);

        Assert.That(await File.ReadAllBytesAsync(install.Installed()), Is.EqualTo(Kappa));
    }

    [Test]
    public async Task Another_version_is_taken_when_it_is_asked_for()
    {
        await using var server = Release("linux-x64");
        using var install = new InstallRun();

        await install.RunAsync(server.Root.AbsoluteUri, "--version", "v2.1.0");

        Assert.That(server.Requests[0].Line, Does.Contain("/v2.1.0/SHA256SUMS"));
    }

    [Test]
    public async Task What_is_not_as_the_checksum_says_is_not_installed()
    {
        var old = InstallRun.Executable("1.9.0");
        await using var server = new ScriptedServer(
            ServerReply.Text(200, InstallRun.Line("linux-x64", Kappa)),
            ServerReply.File(200, InstallRun.Executable("evil")));
        using var install = new InstallRun().WithInstalled(old);

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            run.StandardError,
            Does.Contain(InstallRun.Checksum(Kappa)).And.Contain("Nothing was installed"));
        Assert.That(await File.ReadAllBytesAsync(install.Installed()), Is.EqualTo(old));
        Assert.That(install.Traces(), Is.EquivalentTo(["linux-x64", "linux-x64/kappa"]));
    }

    [Test]
    public async Task A_damaged_download_is_not_replaced_by_a_build()
    {
        await using var server = new ScriptedServer(
            ServerReply.Text(200, InstallRun.Line("linux-x64", Kappa)),
            ServerReply.File(200, InstallRun.Executable("evil")));
        using var install = new InstallRun().WithProgram("dotnet", "echo built");

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        Assert.That((run.ExitCode, run.StandardOutput), Is.EqualTo((1, "")));
    }

    [Test]
    public async Task A_checksum_that_was_read_elsewhere_is_held_against_the_release()
    {
        await using var server = Release("linux-x64");
        using var install = new InstallRun();
        var wanted = InstallRun.Checksum(InstallRun.Executable("what was reviewed"));

        var run = await install.RunAsync(server.Root.AbsoluteUri, "--sha256", wanted);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.StandardError, Does.Contain(wanted).And.Contain("Nothing was installed"));
        Assert.That(File.Exists(install.Installed()), Is.False);
    }

    [Test]
    public async Task A_release_without_this_computers_executable_is_told()
    {
        await using var server = new ScriptedServer(ServerReply.Text(200, InstallRun.Line(Elsewhere, Kappa)));
        using var install = new InstallRun();

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.StandardError, Does.Contain("has no line for kappa-linux-x64"));
    }

    [Test]
    public async Task A_download_that_breaks_off_leaves_what_was_there()
    {
        var old = InstallRun.Executable("1.9.0");
        await using var server = new ScriptedServer(
            ServerReply.Text(200, InstallRun.Line("linux-x64", Kappa)),
            ServerReply.Truncated(200, "#!/bin/sh\necho 2.0.0\n"));
        using var install = new InstallRun().WithInstalled(old);

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.StandardError, Does.Contain("could not be fetched").And.Contain("--build"));
        Assert.That(await File.ReadAllBytesAsync(install.Installed()), Is.EqualTo(old));
    }

    [Test]
    public async Task An_executable_that_does_not_run_here_is_not_installed()
    {
        var broken = "#!/no/such/loader\n"u8.ToArray();
        await using var server = Release("linux-x64", broken);
        using var install = new InstallRun().WithInstalled(Kappa);

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.StandardError, Does.Contain("does not run on this computer"));
        Assert.That(await File.ReadAllBytesAsync(install.Installed()), Is.EqualTo(Kappa));
    }

    [Test]
    public async Task Executables_are_never_fetched_in_clear()
    {
        using var install = new InstallRun().WithProgram("curl", "echo called >&2; exit 99");

        var run = await install.RunAsync("http://mirror.example.org/kappa");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.StandardError, Does.Contain("over https only").And.Not.Contain("called"));
    }

    [TestCase("git@github.com:acme/kappa.git")]
    [TestCase("ssh://git@github.com/acme/kappa.git")]
    [TestCase("https://github.com/acme/kappa.git")]
    [TestCase("https://github.com/acme/kappa")]
    public async Task Releases_are_looked_for_where_the_clone_came_from(string origin)
    {
        using var install = new InstallRun()
            .WithProgram("git", $"echo {origin}")
            .WithProgram("curl", "printf 404");

        var run = await install.RunAsync(releases: null, "--download");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            run.StandardOutput,
            Does.Contain("https://github.com/acme/kappa/releases/download/v2.0.0/SHA256SUMS is not there"));
    }

    [Test]
    public async Task With_neither_release_nor_SDK_it_says_what_to_do()
    {
        using var install = new InstallRun();

        var run = await install.RunAsync(releases: null);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.StandardOutput, Does.Contain("KAPPA_RELEASES"));
        Assert.That(run.StandardError, Does.Contain("https://dotnet.microsoft.com/download"));
    }

    [TestCase("osx-amd64", "name osx-arm64, osx-x64, linux-x64 or linux-arm64")]
    [TestCase("--bild", "There is no option --bild")]
    [TestCase("--version", "--version needs a value")]
    public async Task What_it_does_not_understand_is_told(string argument, string answer)
    {
        using var install = new InstallRun();

        var run = await install.RunAsync(null, argument);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.StandardError, Does.Contain(answer));
    }

    private static ScriptedServer Release(string rid, byte[]? executable = null) => new(
        ServerReply.Text(200, InstallRun.Line(rid, executable ?? Kappa)),
        ServerReply.File(200, executable ?? Kappa));
}
