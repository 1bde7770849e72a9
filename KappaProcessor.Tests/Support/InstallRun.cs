using System.Security.Cryptography;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Kappa.Tests.Support;

/// <summary>
/// <c>shim/install</c> in a clone of its own, with a PATH on which there is what every computer has, curl, and
/// whatever the test puts there.
/// </summary>
internal sealed class InstallRun : IDisposable
{
    private static readonly string[] Everywhere =
    [
        "sh", "bash", "sed", "cut", "dirname", "mktemp", "mkdir", "mv", "chmod", "rm", "cp", "cat", "ln", "sha256sum",
        "shasum", "curl",
    ];

    private readonly TempFolder folder = new();

    private (string System, string Processor) computer = ("Linux", "x86_64");

    public InstallRun()
    {
        folder.Write("clone/Directory.Build.props", "<Project><Version>2.0.0</Version></Project>");
        folder.Write("clone/shim/install", File.ReadAllText(SourceTree.At("shim", "install")));
        Directory.CreateDirectory(folder["bin"]);
        foreach (var name in Everywhere)
        {
            if (ProgramSearch.Find(Environment.GetEnvironmentVariable("PATH"), name) is { } path)
            {
                File.CreateSymbolicLink(folder[$"bin/{name}"], path);
            }
        }

        if (!File.Exists(folder["bin/curl"]))
        {
            folder.Dispose();
            Assert.Ignore("There is no curl on PATH.");
        }
    }

    /// <summary>What every executable of this test prints as its version, so that two can be told apart.</summary>
    public static byte[] Executable(string version) => Encoding.UTF8.GetBytes($"#!/bin/sh\necho {version}\n");

    public static string Checksum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>A line of SHA256SUMS, as <c>sha256sum</c> writes it.</summary>
    public static string Line(string rid, byte[] content) => $"{Checksum(content)}  kappa-{rid}\n";

    public string Clone => folder["clone"];

    /// <summary>Where the executable belongs.</summary>
    public string Installed(string rid = "linux-x64") => folder[$"clone/shim/bin/{rid}/kappa"];

    /// <summary>Everything below <c>shim/bin</c>, files and folders.</summary>
    public IEnumerable<string> Traces() => Directory.EnumerateFileSystemEntries(
        folder["clone/shim/bin"], "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder["clone/shim/bin"], path));

    public InstallRun WithInstalled(byte[] content, string rid = "linux-x64")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Installed(rid))!);
        File.WriteAllBytes(Installed(rid), content);
        return this;
    }

    /// <summary>On a computer that <c>uname</c> tells to be of this kind, instead of linux-x64.</summary>
    public InstallRun On(string system, string processor)
    {
        computer = (system, processor);
        return this;
    }

    /// <summary>A program on PATH; one of that name that was there gives way.</summary>
    public InstallRun WithProgram(string name, string shellScript)
    {
        File.Delete(folder[$"bin/{name}"]);
        var path = folder.Write($"bin/{name}", $"#!/bin/sh\n{shellScript}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return this;
    }

    /// <summary>With releases in this place.</summary>
    public async Task<BufferedCommandResult> RunAsync(string? releases, params string[] arguments)
    {
        WithProgram("uname", $"case $1 in -s) echo {computer.System} ;; -m) echo {computer.Processor} ;; esac");
        return await Cli.Wrap("/bin/sh")
            .WithArguments([folder["clone/shim/install"], .. arguments])
            .WithEnvironmentVariables(new Dictionary<string, string?>
            {
                ["PATH"] = folder["bin"],
                ["KAPPA_RELEASES"] = releases,
                ["http_proxy"] = null,
            })
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
    }

    public void Dispose() => folder.Dispose();
}
