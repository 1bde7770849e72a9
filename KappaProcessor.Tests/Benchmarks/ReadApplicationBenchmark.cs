using System.Diagnostics;
using Kappa.Installers;
using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Benchmarks.Setting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks;

/// <summary>
/// Reading the application out of a package, beside bsdtar listing the same payload. Only a call in this process
/// does the same work: the whole <c>kappa inspect</c> has the file hashed as well, and is told without a target.
/// </summary>
[Explicit("Prints figures for a machine that does nothing else.")]
[Category("Benchmark")]
[NonParallelizable]
[Platform(Exclude = "Win")]
internal sealed class ReadApplicationBenchmark : IBenchmark
{
    [Test]
    public Task What_reading_an_application_costs() => FiguresBenchmark.PrintAsync(this);

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkScale scale)
    {
        foreach (var size in scale.Read)
        {
            using var folder = new TempFolder();
            var payload = LargePackage.WritePayload(folder, size);
            var package = LargePackage.WriteAround(folder, payload);
            foreach (var figure in await MeasureAsync(scale, payload, package, Quantity.Bytes(size)))
            {
                yield return figure;
            }
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchmarkScale scale, string payload, string package, Quantity size)
    {
        var bsdtar = ReferenceProgram.Find("bsdtar");
        var whole = KappaExecutable.UnderTest.Command("inspect", package);
        var list = new MeasuredCommand(bsdtar ?? "true", "-tf", payload);
        var runs = await Rounds.PlayAsync(
            scale.Rounds,
            [
                () => ReadAsync(package),
                () => Task.FromResult(whole.RunWell()),
                () => Task.FromResult(list.RunWell()),
            ]);
        var reference = bsdtar is null ? null : new Reference("bsdtar -tf", Quantity.Of(runs[2].Time));
        return
        [
            new Figure($"Read the application out of {size}, in process", Quantity.Of(runs[0].Time))
            {
                Reference = reference,
                Target = Target.TimesReference(1),
                Remark = bsdtar is null ? ReferenceProgram.Missing("bsdtar") : null,
            },
            new Figure($"The same, with the file hashed: kappa inspect of {size}", Quantity.Of(runs[1].Time))
            {
                Reference = reference,
            },
            new Figure($"Peak memory of kappa inspect, {size}", Quantity.Bytes(runs[1].PeakMemory)),
        ];
    }

    private static async Task<MeasuredProcess> ReadAsync(string package)
    {
        var start = Stopwatch.GetTimestamp();
        var installer = InstallerInspector.Identify(package, CancellationToken.None);
        await Some.ApplicationReader.ReadAsync(installer, CancellationToken.None);
        return new MeasuredProcess(Stopwatch.GetElapsedTime(start), PeakMemory: 0) { ExitCode = 0 };
    }
}
