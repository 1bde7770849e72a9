using System.Diagnostics;
using System.Formats.Tar;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

/// <summary>Figures, for a machine that does nothing else.</summary>
[Explicit]
[Category("Benchmark")]
[NonParallelizable]
internal sealed class DiskImageBenchmarks
{
    [TestCase(5_000)]
    [TestCase(500_000)]
    public async Task Many_files_need_no_memory(int files)
    {
        using var folder = new TempFolder();
        await WriteAsync(folder["a.dmg"], files);
        var inspector = new DiskImageInspector(ImageUnderTest.SevenZip, ImageUnderTest.ReadPackage);

        var clock = Stopwatch.StartNew();
        await inspector.ReadAsync(folder["a.dmg"], CancellationToken.None);

        await TestContext.Out.WriteLineAsync(
            $"{files:N0} files in {clock.ElapsedMilliseconds:N0} ms, "
                + $"{GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB left, "
                + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
    }

    private static async Task WriteAsync(string path, int files)
    {
        await using var archive = new TarWriter(File.Create(path), TarEntryFormat.Ustar);
        for (var number = 0; number < files; number++)
        {
            var name = $"Big.app/Contents/Resources/lib/file-{number:D7}.js";
            await archive.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, name));
        }
    }
}
