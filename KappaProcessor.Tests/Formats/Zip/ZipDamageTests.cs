using Kappa.Formats;
using Kappa.Formats.Zip;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Zip;

internal sealed class ZipDamageTests
{
    private const string Path = "Firefox.app/Contents/Info.plist";

    [Test]
    public void A_file_that_is_cut_short_is_refused_wherever_it_ends()
    {
        var whole = new ZipBuilder().With(Path, Some.InfoPlist()).Zip64().Build();

        for (var length = 0; length < whole.Length; length++)
        {
            Assert.That(Outcome(whole[..length]), Is.TypeOf<MediaFormatException>(), $"Of {length} bytes.");
        }
    }

    private static IEnumerable<TestCaseData> LyingEnds()
    {
        var zip = new ZipBuilder().With(Path, Some.InfoPlist());
        yield return Case("Another disk", zip.OnDisk(1), "it is disk 2 of several; one file holds all");
        yield return Case("Too many entries", zip.ClaimingCount(2), "the directory has 1 entries; its end says 2");
        yield return Case("Too few entries", zip.ClaimingCount(0), "the directory has 1 entries; its end says 0");
        yield return Case("Too short", zip.ClaimingDirectoryLength(10), "is said to start at byte");
        yield return Case(
            "Too long", zip.ClaimingDirectoryLength(9_999), "the directory claims 9,999 bytes; there are");
        yield return Case(
            "Elsewhere", zip.ClaimingDirectoryStart(1), "the directory is said to start at byte 1; it ends");
        yield return Case("No entry", zip.WithEntryMagic("PK??"), "there is no directory entry; one belongs there");
        yield return Case(
            "Wide, nowhere",
            zip.ClaimingZip64Place(ulong.MaxValue),
            "the zip64 record is said to be at byte");
        yield return Case("Wide, elsewhere", zip.ClaimingZip64Place(0), "there is no zip64 record; its locator points");
        yield return Case(
            "Wide, too many", zip.Zip64().ClaimingCount(1ul << 60), "1,152,921,504,606,846,976 entries are");
        yield return Case("Two answers", zip.Zip64().ClaimingDirectoryLength(5), "the end record says 65,535, 5 and");
    }

    [TestCaseSource(nameof(LyingEnds))]
    public void Says_what_is_wrong_with_the_end(ZipBuilder zip, string sentence) =>
        Assert.That(Outcome(zip.Build()), Is.TypeOf<MediaFormatException>().With.Message.Contains(sentence));

    private static IEnumerable<TestCaseData> LyingEntries()
    {
        var part = new ZipPart(Path, Some.InfoPlist());
        var length = (ulong)part.Content.Length;
        yield return Case("Encrypted", part with { Flags = 1 }, "is encrypted");
        yield return Case("No method", part with { Method = 97 }, "it is packed by method 97; 0 and 8 are known");
        yield return Case("CRC", part with { ClaimedCrc = 7 }, "its CRC-32 is");
        yield return Case("Larger", part with { ClaimedSize = length + 1 }, $"it ends after {length} bytes");
        yield return Case("Smaller", part with { ClaimedSize = length - 1 }, $"it expands further; {length - 1} bytes");
        yield return Case("Impossible", part with { ClaimedSize = 1u << 31 }, "claims to expand from");
        yield return Case("Endless", Wide(part) with { ClaimedSize = ulong.MaxValue }, "no disk has as many");
        yield return Case(
            "Too large to add up", Wide(part) with { ClaimedSize = 1ul << 62, Method = 97 }, "are believed");
        yield return Case(
            "Stored short", part with { Method = 0, ClaimedCompressedSize = 9 }, "claims to expand from 9");
        yield return Case("Cut", part with { ClaimedCompressedSize = 9 }, "it ends after");
        yield return Case("Beyond", part with { ClaimedCompressedSize = 99_999 }, "take more room than there is");
        yield return Case(
            "Far beyond", Wide(part) with { ClaimedCompressedSize = long.MaxValue }, "more room than there");
        yield return Case("Elsewhere", part with { ClaimedOffset = 3 }, "no file of this name begins there");
        yield return Case("In the directory", part with { ClaimedOffset = 9_999 }, "is said to be at byte 9,999");
        yield return Case(
            "Nowhere", Wide(part) with { ClaimedOffset = long.MaxValue }, "is said to be at byte 9,223,372");
        yield return Case("Another name", part with { LocalPath = Path.Replace('F', 'E') }, "no file of this name");
        yield return Case("Another method", part with { LocalMethod = 0 }, "method 0 before it; the directory says 8");
        yield return Case("No deflated data", part with { Stored = [6, 6, 6, 6] }, "it cannot be expanded");
        yield return Case("From the root", part with { Path = $"/{Path}" }, "from the disk's root");
        yield return Case("Out of it", part with { Path = $"a/../../{Path}" }, "leads out of the archive");
        yield return Case("No name", part with { Path = "" }, "an entry has no name");
    }

    [TestCaseSource(nameof(LyingEntries))]
    public void Says_what_is_wrong_with_a_file(ZipPart part, string sentence) =>
        Assert.That(
            Outcome(new ZipBuilder().With(part).Build()),
            Is.TypeOf<MediaFormatException>().With.Message.Contains(sentence));

    [Test]
    public void Says_where_the_wrong_entry_stands()
    {
        var zip = new ZipBuilder().With("a", "b").With(new ZipPart("c", "d") { Flags = 1 }).Build();

        var fault = (MediaFormatException)Outcome(zip)!;

        Assert.That(zip.AsSpan((int)fault.Offset).StartsWith("PK\x01\x02"u8), Is.True);
        Assert.That(fault.Offset, Is.GreaterThan(zip.AsSpan().IndexOf("PK\x01\x02"u8)));
    }

    [Test]
    public void Wide_sizes_and_places_are_read()
    {
        var zip = new ZipBuilder().With("a", "b").With(Wide(new ZipPart(Path, Some.InfoPlist()))).Zip64();

        Assert.That(Outcome(zip.Build()), Is.Null);
    }

    [Test]
    public void A_comment_that_looks_like_an_end_is_a_comment()
    {
        var zip = new ZipBuilder().With(Path, Some.InfoPlist()).WithComment("PK\x05\x06 and more of it, up to here");

        Assert.That(Outcome(zip.Build()), Is.Null);
    }

    [Test]
    public void Two_applications_of_one_name_are_refused()
    {
        var zip = new ZipBuilder().With(Path, Some.InfoPlist()).With($"./{Path}", Some.InfoPlist(version: "2"));

        Assert.That(
            Outcome(zip.Build())?.Message,
            Does.Contain($"two entries are called ./{Path}; a name is used once"));
    }

    [Test]
    public void Files_that_share_their_place_are_refused()
    {
        var shared = new ZipPart("a", new string('x', 10_000)) { Method = 0 };
        var again = new ZipPart("b", shared.Content)
        {
            Stored = [],
            Method = 0,
            ClaimedOffset = 0,
            ClaimedCompressedSize = 10_000,
        };

        Assert.That(
            Outcome(new ZipBuilder().With(shared, again).Build())?.Message,
            Does.Contain("no two lie in the same place"));
    }

    [Test]
    public void An_info_plist_that_expands_without_end_costs_no_more_than_it_may()
    {
        var bomb = new ZipPart(Path, new byte[50_000_000]) { ClaimedSize = InfoPlist.LargestSize, ClaimedCrc = 0 };
        var zip = new ZipBuilder().With(bomb).Build();

        Exception? fault = null;
        var allocated = Allocations.Of(() => fault = Outcome(zip));

        Assert.That(fault!.Message, Does.Contain("it expands further; 1,048,576 bytes are stated"));
        Assert.That(allocated, Is.LessThan(4_000_000));
    }

    [Test]
    public void An_info_plist_that_is_too_large_is_not_read()
    {
        var bomb = new ZipPart(Path, new byte[InfoPlist.LargestSize + 1]);

        Assert.That(
            Outcome(new ZipBuilder().With(bomb).Build())?.Message,
            Does.Contain("it claims 1,048,577 bytes; at most 1,048,576 are believed"));
    }

    [Test]
    public void A_name_that_is_not_in_utf_8_is_not_guessed()
    {
        var zip = new ZipBuilder().With("F?.app/Contents/Info.plist", Some.InfoPlist()).Build();
        var spoilt = zip.Select(one => one == (byte)'?' ? (byte)0x9A : one).ToArray();

        Assert.That(Outcome(spoilt)?.Message, Does.Contain("is a name that is not in UTF-8"));
    }

    [Test]
    public void More_entries_than_any_application_has_are_refused_before_they_are_read()
    {
        var names = new ZipPart(new string('x', 60_000), []);
        var zip = new ZipBuilder()
            .With([.. Enumerable.Repeat(names, 20)])
            .Zip64()
            .ClaimingCount(ZipDirectory.MostEntries + 1);

        Assert.That(Outcome(zip.Build())?.Message, Does.Contain("1,000,001 entries are claimed"));
    }

    private static ZipPart Wide(ZipPart part) => part with { IsWide = true };

    /// <summary>What reading it ends in; null when nothing is wrong with it.</summary>
    private static Exception? Outcome(byte[] zip)
    {
        try
        {
            ZipInspector.Read(new MemoryStream(zip), CancellationToken.None);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private static TestCaseData Case(string name, ZipBuilder zip, string sentence) =>
        new TestCaseData(zip, sentence).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, ZipPart part, string sentence) =>
        new TestCaseData(part, sentence).SetArgDisplayNames(name);
}
