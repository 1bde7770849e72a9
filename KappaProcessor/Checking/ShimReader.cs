using System.Runtime.InteropServices;
using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>Looks for the shim, and runs the executable that it would run.</summary>
internal static class ShimReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<ShimCheck> ReadAsync(
        Surroundings surroundings, AutoPkgCheck autopkg, CancellationToken cancel)
    {
        var folder = ConfigLocator.ShimFolders(surroundings)
            .FirstOrDefault(one => File.Exists(Path.Combine(one, ConfigLocator.ShimFile)));
        if (folder is null)
        {
            return new ShimCheck(null, autopkg.Program is not null);
        }

        var executable = Candidates(folder, surroundings).FirstOrDefault(File.Exists)
            ?? ProgramSearch.Find(surroundings.Variable("PATH"), "kappa");
        var check = new ShimCheck(folder, IsWanted: true)
        {
            HasStub = File.Exists(Path.Combine(folder, ShimCheck.Stub)),
            Executable = executable,
        };
        return executable is null ? check : await RunAsync(check, executable, cancel);
    }

    /// <summary>In the order of <c>KAPPA.py</c>.</summary>
    private static IEnumerable<string> Candidates(string folder, Surroundings surroundings)
    {
        if (surroundings.Variable("KAPPA_EXECUTABLE") is { } named)
        {
            return [Path.GetFullPath(named)];
        }

        var system = surroundings.IsMacOS ? "osx" : "linux";
        var own = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        string[] processors = surroundings.IsMacOS ? [own, own == "x64" ? "arm64" : "x64"] : [own];
        return processors
            .Select(processor => Path.Combine(folder, "bin", $"{system}-{processor}", "kappa"))
            .Append(Path.Combine(folder, "bin", "kappa"));
    }

    private static async Task<ShimCheck> RunAsync(ShimCheck check, string executable, CancellationToken cancel)
    {
        try
        {
            var result = await new ExternalTool(executable) { TimeLimit = Patience }
                .RunAsync(["--version"], cancel);
            return check with { Version = result.Succeeded ? result.Output.Trim() : $"exit code {result.ExitCode}" };
        }
        catch (KappaException fault)
        {
            return check with { Fault = fault };
        }
    }
}
