using Kappa.Formats;
using Kappa.Formats.Pbzx;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Pbzx;

internal sealed class PbzxStreamTests
{
    private static readonly byte[] Text = InstallerFixtures.Read("text.txt");

    private static readonly byte[] Xz = InstallerFixtures.Read("text.xz");

    [Test]
    public void Chunks_follow_one_another_stored_and_compressed()
    {
        var stream = new PbzxBuilder().With("begin "u8.ToArray()).With(Xz, (ulong)Text.Length).With(" end"u8.ToArray());

        Assert.That(Expand(stream.Build()), Is.EqualTo((byte[])[.. "begin "u8, .. Text, .. " end"u8]));
    }

    [Test]
    public void A_stream_without_chunks_is_empty() => Assert.That(Expand(new PbzxBuilder().Build()), Is.Empty);

    [Test]
    public void Cut_short_within_a_chunk_it_is_damaged()
    {
        var sound = new PbzxBuilder().With(Xz, (ulong)Text.Length).Build();

        var unnoticed = Enumerable.Range(1, sound.Length - 1)
            .Where(length => length != 12 && Outcome(sound[..length]) is not MediaFormatException);

        Assert.That(unnoticed, Is.Empty);
    }

    [Test]
    public void A_spoilt_byte_anywhere_is_damage_and_nothing_worse()
    {
        var sound = new PbzxBuilder().With(Xz, (ulong)Text.Length).Build();

        var other = Enumerable.Range(0, sound.Length)
            .Select(at => Outcome([.. sound[..at], (byte)(sound[at] ^ 0x55), .. sound[(at + 1)..]]))
            .Where(outcome => outcome is not (null or MediaFormatException));

        Assert.That(other, Is.Empty);
    }

    private static IEnumerable<TestCaseData> Lies()
    {
        var builder = new PbzxBuilder();
        yield return Case("Chunks of nothing", builder.ClaimingChunkSize(0), "chunks claim 0 bytes");
        yield return Case("Huge chunks", builder.ClaimingChunkSize(ulong.MaxValue), "chunks claim 18,446,744,073,709,551,615 bytes");
        yield return Case("An empty chunk", builder.With([], 0), "a chunk claims 0 bytes that become 0");
        yield return Case("A chunk that shrinks", builder.With(Text, 10), $"a chunk claims {Text.Length:N0} bytes that become 10");
        yield return Case("A chunk larger than told", builder.ClaimingChunkSize(99).With(Text), $"a chunk claims {Text.Length:N0} bytes");
        yield return Case("A chunk that expands less", builder.With(Xz, (ulong)Text.Length + 1), $"a chunk ends after {Text.Length:N0} bytes");
        yield return Case("A chunk that expands more", builder.With(Xz, (ulong)Text.Length - 1), "a chunk expands further");
    }

    [TestCaseSource(nameof(Lies))]
    public void Says_what_is_wrong_with_a_chunk(PbzxBuilder stream, string found) => Assert.That(
        () => Expand(stream.Build()),
        Throws.TypeOf<MediaFormatException>().With.Property("Found").StartsWith(found));

    private static TestCaseData Case(string name, PbzxBuilder stream, string found) =>
        new TestCaseData(stream, found).SetArgDisplayNames(name);

    private static byte[] Expand(byte[] content)
    {
        using var stream = new PbzxStream(new MemoryStream(content));
        using var expanded = new MemoryStream();
        stream.CopyTo(expanded);
        return expanded.ToArray();
    }

    private static Exception? Outcome(byte[] content) => Thrown.By(() => Expand(content));
}
