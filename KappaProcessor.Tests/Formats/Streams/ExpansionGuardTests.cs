using Kappa.Formats;
using Kappa.Formats.Streams;

namespace Kappa.Tests.Formats.Streams;

internal sealed class ExpansionGuardTests
{
    private const long MiB = 1 << 20;

    [TestCase(1, 128, TestName = "Little may become much")]
    [TestCase(10 * MiB, 1000, TestName = "A hundredfold is possible")]
    public void Lets_real_content_through(long stored, long expandedMiB) =>
        Assert.That(Read(stored, expandedMiB * MiB), Is.EqualTo(expandedMiB * MiB));

    [TestCase(1, 130, TestName = "From a byte")]
    [TestCase(2 * MiB, 400, TestName = "Two hundredfold")]
    public void Stops_what_cannot_be_real(long stored, long expandedMiB) => Assert.That(
        () => Read(stored, expandedMiB * MiB),
        Throws.TypeOf<MediaFormatException>().With.Property("Wanted").EqualTo("real content does not shrink that well"));

    [Test]
    public void After_a_gigabyte_what_was_read_so_far_counts() => Assert.That(
        () => Read(stored: 1L << 30, expanded: (1L << 30) + (4 * MiB), readSoFar: MiB),
        Throws.TypeOf<MediaFormatException>());

    [Test]
    public void Stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        using var guard = new ExpansionGuard(Stream.Null, new ExpansionSource("Payload", 1, () => 1), stop.Token);
        stop.Cancel();

        Assert.That(() => guard.ReadByte(), Throws.InstanceOf<OperationCanceledException>());
    }

    private static long Read(long stored, long expanded, long? readSoFar = null)
    {
        var source = new ExpansionSource("Payload", stored, () => readSoFar ?? stored);
        using var guard = new ExpansionGuard(new EndlessZeros(expanded), source, CancellationToken.None);
        var buffer = new byte[4 * MiB];
        long total = 0;
        int got;
        while ((got = guard.Read(buffer)) > 0)
        {
            total += got;
        }

        return total;
    }

    private sealed class EndlessZeros(long length) : ReadOnlyStream
    {
        private long left = length;

        public override int Read(Span<byte> buffer)
        {
            var got = (int)Math.Min(left, buffer.Length);
            left -= got;
            return got;
        }
    }
}
