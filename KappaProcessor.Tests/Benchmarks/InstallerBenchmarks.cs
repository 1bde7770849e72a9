using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>
/// Reading payloads of real size, beside <c>bsdtar -tf</c> on the same bytes:
/// <c>dotnet test -c Release --filter "FullyQualifiedName~InstallerBenchmarks" --logger "console;verbosity=detailed"</c>.
/// </summary>
[Explicit("Writes gigabytes, and prints ratios instead of judging them."), Category("Benchmark"), NonParallelizable]
internal sealed class InstallerBenchmarks
{
    private const int MegaByte = 1_000_000;

    [TestCase(10)]
    [TestCase(1000)]
    public async Task Reading_a_payload_beside_bsdtar(int megabytes)
    {
        using var folder = new TempFolder();
        var payload = WritePayload(folder, megabytes);
        var package = WritePackage(folder, payload);

        var identify = await BestOfAsync(() => Task.FromResult(Identify(package)));
        var read = await BestOfAsync(() => Some.ApplicationReader.ReadAsync(Identify(package), CancellationToken.None));
        var fast = MeasuredProcess.BestOf(BuiltExecutable.Path, "inspect", "--fast", package);
        var whole = MeasuredProcess.BestOf(BuiltExecutable.Path, "inspect", package);
        var bsdtar = MeasuredProcess.BestOf("bsdtar", "-tf", payload);

        await TestContext.Out.WriteLineAsync(
            $"{megabytes,5} MB  identify {identify.TotalMilliseconds:0.0} ms, read {read.TotalSeconds:0.00} s, "
            + $"bsdtar {bsdtar.Time.TotalSeconds:0.00} s, ratio {read / bsdtar.Time:0.00}; "
            + $"inspect --fast {fast.Time.TotalSeconds:0.00} s, inspect {whole.Time.TotalSeconds:0.00} s "
            + $"and {whole.PeakMemory / MegaByte} MB");
        Assert.That(bsdtar.Time, Is.GreaterThan(TimeSpan.Zero));
    }

    /// <summary>Machine code is what applications are made of: half of it shrinks, half does not.</summary>
    private static string WritePayload(TempFolder folder, int megabytes)
    {
        var path = folder["Payload"];
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        var infoPlist = Encoding.UTF8.GetBytes(Some.InfoPlist());
        gzip.Write(WithoutTrailer(new CpioBuilder().With("./Large.app/Contents/Info.plist", infoPlist)));
        var random = new Random(20260115);
        var content = new byte[10 * MegaByte];
        for (var at = 0; at < content.Length; at += 2000)
        {
            random.NextBytes(content.AsSpan(at, 1000));
        }

        for (var number = 0; number < megabytes / 10; number++)
        {
            gzip.Write(WithoutTrailer(new CpioBuilder().With($"./Large.app/Contents/{number}", content)));
        }

        gzip.Write(new CpioBuilder().Build());
        return path;
    }

    private static byte[] WithoutTrailer(CpioBuilder files) => files.WithoutTrailer().Build();

    private static string WritePackage(TempFolder folder, string payload)
    {
        var content = File.ReadAllBytes(payload);
        return folder.Write("Large.pkg", new XarBuilder()
            .With("PackageInfo", Some.PackageInfo())
            .With(new XarPart("Payload", content) { Encoding = "application/octet-stream" })
            .Build());
    }

    private static IdentifiedInstaller Identify(string package) =>
        InstallerInspector.Identify(package, CancellationToken.None);

    private static async Task<TimeSpan> BestOfAsync(Func<Task> act)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            var taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        return best;
    }
}
