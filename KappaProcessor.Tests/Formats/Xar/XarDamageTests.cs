using Kappa.Formats;
using Kappa.Formats.Streams;
using Kappa.Formats.Xar;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Xar;

internal sealed class XarDamageTests
{
    private static readonly string[] Numbers =
        ["18446744073709551615", "9223372036854775807", "999999999", "-1", "", "ten", "1e3"];

    [Test]
    public void Cut_short_anywhere_it_is_damaged()
    {
        var sound = PackageBuilder.Component().Build();

        var unnoticed = Enumerable.Range(0, sound.Length)
            .Where(length => Outcome(sound[..length]) is not MediaFormatException { Offset: >= 0 });

        Assert.That(unnoticed, Is.Empty);
    }

    [Test]
    public void A_spoiled_byte_anywhere_is_damage_or_does_not_matter([Values(0x01, 0x80, 0xFF)] byte mask)
    {
        var sound = PackageBuilder.Component().Build();

        var other = Enumerable.Range(0, sound.Length)
            .Select(at => Outcome([.. sound[..at], (byte)(sound[at] ^ mask), .. sound[(at + 1)..]]))
            .Where(outcome => outcome is not (null or MediaFormatException));

        Assert.That(other, Is.Empty);
    }

    private static IEnumerable<TestCaseData> LyingHeaders()
    {
        var archive = PackageBuilder.Component();
        yield return Case("Magic", archive.WithMagic("xar?"), 0, "the magic is 7861723F; 78617221 belongs there");
        yield return Case("Version", archive.WithVersion(2), 6, "the version is 2; only 1 is known");
        yield return Case("Huge", archive.ClaimingCompressedToc(ulong.MaxValue), 8, "claims 18,446,744,073,709");
        yield return Case("Nothing", archive.ClaimingCompressedToc(0), 8, "claims 0 bytes; 1 to");
        yield return Case("Beyond the file", archive.ClaimingCompressedToc(5_000_000), 28, "ends after");
        yield return Case("Huge when expanded", archive.ClaimingExpandedToc(1ul << 40), 16, "claims 1,099,511");
        yield return Case("Larger than told", archive.ClaimingExpandedToc(99), 28, "the header states 99 bytes");
        yield return Case("Smaller than told", archive.ClaimingExpandedToc(999_999), 0, "it has 999,999");
        yield return Case("Checksum", archive.SpoilingTocChecksum(), null, "the SHA1 of the table of contents");
        yield return Case("No XML", archive.WithToc("<xar><toc>"), 28, "it is no sound XML");
        yield return Case("Another XML", archive.WithToc("<html/>"), 28, "the root is <html>");
        yield return Case("No contents", archive.WithToc("<xar/>"), 28, "a <xar> with a <toc>");
        yield return Case("An entity", archive.WithToc("<!DOCTYPE xar [<!ENTITY a 'b'>]><xar/>"), 28, "DTD");
        yield return Case("No name", Toc("<file/>"), 28, "a file has no name");
        yield return Case("Odd name", Toc("<file><name enctype='base64'>?</name></file>"), 28, "is not base64");
        yield return Case("Checksum beyond", Toc(Checksum("999999999")), null, "lies beyond");
        yield return Case("Checksum nowhere", Toc(Checksum("9223372036854775807")), null, "lies beyond");
        yield return Case("Folders without end", Toc(Nested(60_000)), 28, "nest more than 100 deep");
    }

    [TestCaseSource(nameof(LyingHeaders))]
    public void Says_where_the_table_of_contents_is_wrong(XarBuilder archive, long? offset, string sentence)
    {
        var fault = Outcome(archive.Build());

        var wanted = Is.TypeOf<MediaFormatException>().With.Message.Contains(sentence);
        Assert.That(fault, offset is null ? wanted : wanted.And.Property("Offset").EqualTo(offset));
    }

    private static IEnumerable<TestCaseData> LyingEntries()
    {
        var part = new XarPart("PackageInfo", Some.PackageInfo());
        foreach (var number in Numbers)
        {
            yield return Case($"offset '{number}'", part with { ClaimedOffset = number });
            yield return Case($"length '{number}'", part with { ClaimedLength = number });
            yield return Case($"size '{number}'", part with { ClaimedSize = number });
        }

        yield return Case("a size too small", part with { ClaimedSize = "10" });
        yield return Case("a size too large", part with { ClaimedSize = "99999" });
        yield return Case("a length too small", part with { ClaimedLength = "10" });
        yield return Case("another one's place", part with { ClaimedOffset = "0" });
        yield return Case("a checksum of what is stored", part with { ClaimedArchivedChecksum = "00" });
        yield return Case("a checksum of what it expands to", part with { ClaimedExtractedChecksum = "00" });
        yield return Case("an unknown checksum", part with { ChecksumStyle = "crc" });
        yield return Case("an unknown encoding", part with { Encoding = "application/x-odd" });
        yield return Case("nothing stored", part with { Stored = [] });
        yield return Case("no zlib data", part with { Stored = [1, 2, 3] });
    }

    [TestCaseSource(nameof(LyingEntries))]
    public void Finds_the_lie_about_a_file(XarPart part)
    {
        var fault = Outcome(new XarBuilder().With(part).Build());

        Assert.That(fault, Is.TypeOf<MediaFormatException>());
    }

    [Test]
    public void Two_files_of_one_name_are_refused()
    {
        var part = new XarPart("PackageInfo", Some.PackageInfo());

        var fault = Outcome(new XarBuilder().With(part, part).Build());

        Assert.That(fault?.Message, Does.Contain("two entries are called PackageInfo"));
    }

    [Test]
    public void Files_that_share_their_place_are_read_each_for_itself()
    {
        var archive = new XarBuilder().With("a", "text").With(new XarPart("b", "text") { ClaimedOffset = "20" });

        Assert.That(Outcome(archive.Build()), Is.Null);
    }

    [Test]
    public void A_document_that_expands_without_end_costs_no_more_than_its_claim()
    {
        var bomb = new XarPart("PackageInfo", new byte[50_000_000]) { ClaimedSize = "1000" };
        var archive = new XarBuilder().With(bomb).Build();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Outcome(archive);

        Assert.That(fault!.Message, Does.Contain("it expands to more than 1,000 bytes"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4_000_000));
    }

    [Test]
    public void All_documents_together_have_a_limit()
    {
        var spaces = new string(' ', SizeLimits.Document - 100);
        var package = new XarBuilder().With("PackageInfo", $"<pkg-info>{spaces}</pkg-info>");
        var archive = XarArchive.Read(new MemoryStream(package.Build()));
        var entry = archive.Find("PackageInfo")!;
        for (var read = 0; read < SizeLimits.Metadata / SizeLimits.Document; read++)
        {
            archive.ReadXml(entry);
        }

        var fault = Assert.Throws<MediaFormatException>(() => archive.ReadXml(entry));

        Assert.That(fault!.Message, Does.Contain("PackageInfo claims"));
    }

    /// <summary>What reading all of it ends in; null when nothing is wrong with it.</summary>
    private static Exception? Outcome(byte[] content)
    {
        try
        {
            var archive = XarArchive.Read(new MemoryStream(content));
            foreach (var entry in archive.Entries)
            {
                ReadAll(archive, archive.Find(entry.Path)!);
            }

            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private static void ReadAll(XarArchive archive, XarEntry entry)
    {
        if (entry.Name == "PackageInfo")
        {
            archive.ReadXml(entry);
            return;
        }

        using var content = archive.Open(entry);
        content.CopyTo(Stream.Null);
    }

    private static XarBuilder Toc(string content) => new XarBuilder().WithToc($"<xar><toc>{content}</toc></xar>");

    private static string Checksum(string offset) =>
        $"<checksum style=\"sha1\"><offset>{offset}</offset><size>20</size></checksum>";

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<file><name>a</name>", depth))
        + string.Concat(Enumerable.Repeat("</file>", depth));

    private static TestCaseData Case(string name, XarBuilder archive, long? offset, string sentence) =>
        new TestCaseData(archive, offset, sentence).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, XarPart part) => new TestCaseData(part).SetArgDisplayNames(name);
}
