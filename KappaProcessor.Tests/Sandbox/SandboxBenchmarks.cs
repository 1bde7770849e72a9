using System.Diagnostics;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

/// <summary>Figures, for a machine that does nothing else.</summary>
[Explicit]
[Category("Benchmark")]
internal sealed class SandboxBenchmarks
{
    [TestCase(300)]
    [TestCase(3000)]
    public async Task An_upload_needs_no_memory_for_its_size(int megabytes)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        client.Storage.Timeout = Timeout.InfiniteTimeSpan;
        var ticket = await client.PresignAsync();
        using var form = PlainClient.Fields(ticket);
        var size = megabytes * 1_000_000L;
        form.Add(new StreamContent(new GeneratedStream(size)), "file", "x.pkg");

        var (allocated, clock) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        using var answer = await client.Storage.PostAsync(new Uri((string)ticket["post_url"]!), form);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;

        await TestContext.Out.WriteLineAsync(
            $"{megabytes} MB in {clock.Elapsed.TotalSeconds:F1} s, {allocated / 1e6:F1} MB allocated, "
                + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        using var scope = Assert.EnterMultipleScope();
        Assert.That(sandbox.Tenant.State.Uploads.Values.Single().Size, Is.EqualTo(size));
        Assert.That(allocated, Is.LessThan(50_000_000));
    }
}
