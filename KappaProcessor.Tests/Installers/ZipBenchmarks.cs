using System.Diagnostics;
using System.IO.Compression;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

/// <summary>Figures, for a machine that does nothing else.</summary>
[Explicit]
[Category("Benchmark")]
[NonParallelizable]
internal sealed class ZipBenchmarks
{
    [TestCase(10_000)]
    [TestCase(200_000)]
    [TestCase(1_000_000)]
    public async Task A_long_directory_is_read_in_passing(int entries)
    {
        using var folder = new TempFolder();
        Write(folder["a.zip"], entries);
        await using var content = File.OpenRead(folder["a.zip"]);

        var (allocated, clock) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        ZipInspector.Read(content, CancellationToken.None);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;

        await TestContext.Out.WriteLineAsync(
            $"{entries:N0} entries in {clock.ElapsedMilliseconds:N0} ms, {allocated / entries:N0} bytes an entry "
                + $"allocated, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB left");
    }

    private static void Write(string path, int entries)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        for (var number = 0; number < entries; number++)
        {
            archive.CreateEntry($"Big.app/Contents/Resources/node_modules/some-package/lib/file-{number:D7}.js");
        }
    }
}
