using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>What <c>shim/install</c> builds, by a dotnet that builds a script.</summary>
[Platform(Exclude = "Win")]
internal sealed class InstallBuildTests
{
    private const string Elsewhere = "osx-arm64";

    /// <summary>The script tells what dotnet was called with.</summary>
    private const string Builder =
        """
        for argument in "$@"; do
            case $argument in -p:PublishDir=*) folder=${argument#-p:PublishDir=} ;; esac
        done
        mkdir -p "$folder"
        printf '#!/bin/sh\n# %s\n' "$*" > "${folder}kappa"
        """;

    private const string BuilderWithoutLinker =
        $"""
        case "$*" in *PublishAot=true*) echo no linker >&2; exit 1 ;; esac
        {Builder}
        """;

    private static readonly byte[] Kappa = InstallRun.Executable("2.0.0");

    [Test]
    public async Task Without_a_release_it_is_built()
    {
        await using var server = new ScriptedServer(ServerReply.Text(404, "no"));
        using var install = new InstallRun().WithProgram("dotnet", Builder);

        var run = await install.RunAsync(server.Root.AbsoluteUri);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That(Installed(install), Does.Contain("PublishProfile=linux-x64"));
        Assert.That(run.StandardOutput, Does.Contain($"was built trimmed from {install.Clone}."));
    }

    [Test]
    public async Task A_build_that_is_asked_for_asks_no_server()
    {
        using var install = new InstallRun()
            .WithProgram("dotnet", Builder)
            .WithProgram("curl", "echo called >&2; exit 99");

        var run = await install.RunAsync("https://mirror.example.org", "--build");

        Assert.That((run.ExitCode, run.StandardError), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task The_same_build_again_is_told_to_be_the_same()
    {
        var builder = Builder.Replace("$*", "$3", StringComparison.Ordinal);
        using var install = new InstallRun().WithProgram("dotnet", builder);

        await install.RunAsync(null, "--build");
        var again = await install.RunAsync(null, "--build");

        Assert.That(again.StandardOutput, Does.Contain("is the same as before"));
    }

    [Test]
    public async Task A_build_that_fails_leaves_what_was_there()
    {
        using var install = new InstallRun().WithInstalled(Kappa).WithProgram("dotnet", "exit 1");

        var run = await install.RunAsync(null, "--build");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.StandardError, Does.Contain("could not be built"));
        Assert.That(await File.ReadAllBytesAsync(install.Installed()), Is.EqualTo(Kappa));
    }

    [TestCase("clang")]
    [TestCase("gcc")]
    public async Task With_a_compiler_it_is_built_ahead_of_time(string compiler)
    {
        using var install = new InstallRun().WithProgram("dotnet", Builder).WithProgram(compiler, "exit 0");

        var run = await install.RunAsync(null, "--build");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That(Installed(install), Does.Contain("-p:PublishProfile=linux-x64").And.Contain("-p:PublishAot=true"));
        Assert.That(run.StandardOutput, Does.Match($"Building linux-x64 ahead of time, with .*/{compiler}\\.\n"));
        Assert.That(run.StandardOutput, Does.Contain($"was built ahead of time from {install.Clone}."));
    }

    [Test]
    public async Task Without_a_compiler_it_is_built_trimmed()
    {
        using var install = new InstallRun().WithProgram("dotnet", Builder);

        var run = await install.RunAsync(null, "--build");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(Installed(install), Does.Not.Contain("PublishAot"));
        Assert.That(run.StandardOutput, Does.StartWith("Building linux-x64 trimmed: "));
    }

    [Test]
    public async Task Another_computers_is_built_trimmed_whatever_compiler_there_is()
    {
        using var install = new InstallRun().WithProgram("dotnet", Builder).WithProgram("clang", "exit 0");

        var run = await install.RunAsync(null, "--build", Elsewhere);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(
            await File.ReadAllTextAsync(install.Installed(Elsewhere)),
            Does.Contain($"PublishProfile={Elsewhere}").And.Not.Contain("PublishAot"));
        Assert.That(run.StandardOutput, Does.StartWith($"Building {Elsewhere} trimmed: "));
    }

    [Test]
    public async Task When_it_cannot_be_linked_it_is_built_trimmed_and_that_is_told()
    {
        using var install = new InstallRun()
            .WithProgram("dotnet", BuilderWithoutLinker)
            .WithProgram("clang", "exit 0");

        var run = await install.RunAsync(null, "--build");

        using var claims = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, run.StandardError), Is.EqualTo((0, "no linker\n")));
        Assert.That(Installed(install), Does.Not.Contain("PublishAot"));
        Assert.That(
            run.StandardOutput,
            Does.Contain("It could not be built ahead of time;")
                .And.Contain($"was built trimmed from {install.Clone}."));
    }

    [Test]
    public async Task A_Mac_with_developer_tools_builds_ahead_of_time()
    {
        const string Clang = "/Library/Developer/CommandLineTools/usr/bin/clang";
        using var install = new InstallRun().On("Darwin", "arm64")
            .WithProgram("dotnet", Builder)
            .WithProgram("xcode-select", "[ \"$1\" = -p ] && echo /Library/Developer/CommandLineTools")
            .WithProgram("xcrun", $"[ \"$*\" = '--find clang' ] && echo {Clang}");

        var run = await install.RunAsync(null, "--build");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(await File.ReadAllTextAsync(install.Installed(Elsewhere)), Does.Contain("-p:PublishAot=true"));
        Assert.That(run.StandardOutput, Does.Contain($"with {Clang}."));
    }

    /// <summary>There clang and xcrun are always on PATH, and ask on the screen for tools that are not there.</summary>
    [Test]
    public async Task A_Mac_without_developer_tools_asks_for_none()
    {
        using var install = new InstallRun().On("Darwin", "arm64")
            .WithProgram("dotnet", Builder)
            .WithProgram("xcode-select", "exit 2")
            .WithProgram("xcrun", "echo asked >&2")
            .WithProgram("clang", "echo asked >&2");

        var run = await install.RunAsync(null, "--build");

        using var claims = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, run.StandardError), Is.EqualTo((0, "")));
        Assert.That(await File.ReadAllTextAsync(install.Installed(Elsewhere)), Does.Not.Contain("PublishAot"));
    }

    private static string Installed(InstallRun install) => File.ReadAllText(install.Installed());
}
