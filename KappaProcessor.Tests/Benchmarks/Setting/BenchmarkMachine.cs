using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>What the figures were measured on.</summary>
internal static partial class BenchmarkMachine
{
    public static IReadOnlyList<(string Name, string Value)> Circumstances(BenchmarkScale scale) =>
    [
        ("date", TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("executable", $"{KappaExecutable.UnderTest}"),
        .. KappaExecutable.Other is { } other ? new[] { ("second executable", $"{other}") } : [],
        ("in process", KappaExecutable.IsDebugBuild ? "debug build" : "release build"),
        (".NET", $"{Environment.Version}"),
        ("system", $"{System}, {RuntimeInformation.OSArchitecture}"),
        ("processor", $"{Processor}, {Environment.ProcessorCount} cores"),
        ("runs", $"best of {scale.Rounds}, interleaved{(scale.IsQuick ? "; quick: small sizes only" : "")}"),
    ];

    private static string System => ReadFirst("/etc/os-release", SystemName()) ?? RuntimeInformation.OSDescription;

    private static string Processor =>
        ReadFirst("/proc/cpuinfo", ModelName()) ?? Sysctl("machdep.cpu.brand_string") ?? "unknown processor";

    private static string? ReadFirst(string file, Regex pattern) =>
        File.Exists(file) && pattern.Match(File.ReadAllText(file)) is { Success: true } match
            ? match.Groups[1].Value.Trim()
            : null;

    private static string? Sysctl(string name)
    {
        if (!OperatingSystem.IsMacOS())
        {
            return null;
        }

        using var process = Process.Start(
            new ProcessStartInfo("/usr/sbin/sysctl", ["-n", name]) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }

    [GeneratedRegex("^PRETTY_NAME=\"?([^\"\n]+)", RegexOptions.Multiline)]
    private static partial Regex SystemName();

    [GeneratedRegex(@"^model name\s*:\s*(.+)$", RegexOptions.Multiline)]
    private static partial Regex ModelName();
}
