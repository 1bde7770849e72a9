using System.Globalization;
using System.Text.RegularExpressions;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>Figures, for a machine that does nothing else.</summary>
[Explicit]
[Category("Benchmark")]
[NonParallelizable]
[Platform("Linux", Reason = "Only Linux has /proc.")]
internal sealed partial class UploadBenchmarks
{
    [Test]
    public async Task Five_gigabytes_need_as_little_memory_as_fifty_megabytes()
    {
        var small = await PeakAsync(50_000_000);
        var large = await PeakAsync(5_000_000_000);

        await TestContext.Out.WriteLineAsync($"50 MB: peak {small / 1e6:F0} MB; 5 GB: peak {large / 1e6:F0} MB");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(large, Is.LessThanOrEqualTo(120_000_000));
            Assert.That(large - small, Is.LessThan(20_000_000));
        }
    }

    /// <summary>Resident bytes at most, up to the create that follows the upload.</summary>
    private static async Task<long> PeakAsync(long size)
    {
        await using var run = await RecipeRun.StartAsync(clock: TimeProvider.System);
        await using (var installer = File.OpenWrite((string)run.Environment["pkg_path"]))
        {
            // The rest is a hole: no disk is needed for it.
            installer.SetLength(size);
        }

        var peak = 0L;
        var process = 0;
        run.Watching = request => peak = request.Step == SandboxStep.Create ? Peak(Volatile.Read(ref process)) : peak;
        var executable = run.StartExecutable();
        Volatile.Write(ref process, executable.ProcessId);
        var result = await executable;

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(run.Sandbox.Tenant.Apps.Single().FileSize, Is.EqualTo(size));
        return peak;
    }

    private static long Peak(int process) => 1024 * long.Parse(
        HighWater().Match(File.ReadAllText($"/proc/{process}/status")).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex HighWater();
}
