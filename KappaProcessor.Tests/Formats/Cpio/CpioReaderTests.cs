using System.Text;
using Kappa.Formats;
using Kappa.Formats.Cpio;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Cpio;

internal sealed class CpioReaderTests
{
    private static readonly CpioBuilder[] Archives =
    [
        Sound, Sound.Newc(), Sound.Newc().WithMagic("070702"),
    ];

    private static CpioBuilder Sound => new CpioBuilder()
        .WithFolder("./a")
        .With("./a/file", "12345")
        .WithSymbolicLink("./a/link", "file")
        .WithHardLink("./a/second name", 7, "123"u8.ToArray());

    [TestCaseSource(nameof(Archives))]
    public void Lists_what_is_there(CpioBuilder archive) => Assert.That(
        string.Join('\n', Entries(archive.Build())), Is.EqualTo(
            """
            ./a, 0 bytes
            ./a/file, 5 bytes, a file
            ./a/link, 4 bytes
            ./a/second name, 3 bytes, a file of several names
            """));

    [TestCaseSource(nameof(Archives))]
    public void Gives_the_content_of_an_entry_and_goes_on_behind_it(CpioBuilder archive)
    {
        var reader = Read(archive.Build());
        _ = reader.Next();
        _ = reader.Next();

        var content = reader.ReadContent(100);

        Assert.That((Encoding.UTF8.GetString(content), reader.Next()?.Path), Is.EqualTo(("12345", "./a/link")));
    }

    [Test]
    public void A_name_can_have_any_byte()
    {
        var archive = new CpioBuilder().With([(byte)'c', (byte)'a', (byte)'f', 0xE9], []).With("🦓\n", []);

        Assert.That(Entries(archive.Build()), Is.EqualTo((string[])["caf\uFFFD, 0 bytes, a file", "🦓\n, 0 bytes, a file"]));
    }

    [TestCaseSource(nameof(Archives))]
    public void Cut_short_anywhere_it_is_damaged(CpioBuilder archive)
    {
        var sound = archive.Build();
        var end = sound.AsSpan().IndexOf("TRAILER!!!\0"u8) + "TRAILER!!!\0".Length;

        var unnoticed = Enumerable.Range(0, end).Where(length => Outcome(sound[..length]) is not MediaFormatException);

        Assert.That(unnoticed, Is.Empty);
    }

    [TestCaseSource(nameof(Archives))]
    public void A_spoilt_byte_anywhere_is_damage_or_does_not_matter(CpioBuilder archive)
    {
        var sound = archive.Build();

        var other = Enumerable.Range(0, sound.Length)
            .Select(at => Outcome([.. sound[..at], (byte)(sound[at] ^ 0x55), .. sound[(at + 1)..]]))
            .Where(outcome => outcome is not (null or MediaFormatException));

        Assert.That(other, Is.Empty);
    }

    [Test]
    public void Content_larger_than_wanted_is_not_read()
    {
        var reader = Read(Sound.Build());
        _ = reader.Next();
        _ = reader.Next();

        Assert.That(
            () => reader.ReadContent(4),
            Throws.TypeOf<MediaFormatException>().With.Property("Found").EqualTo("./a/file claims 5 bytes"));
    }

    [Test]
    public void Passes_over_a_large_file_without_holding_it()
    {
        var archive = new CpioBuilder().With("./large", new byte[8_000_000]).Build();

        Assert.That(Allocations.Of(() => Entries(archive)), Is.LessThan(1_000_000));
    }

    [TestCase("../a", "an entry is called ../a, which leads out of the archive")]
    [TestCase("./a/../../b", "an entry is called ./a/../../b, which leads out of the archive")]
    [TestCase("/a", "an entry is called /a, from the disk's root")]
    [TestCase("", "an entry has no name")]
    public void A_name_that_leads_elsewhere_is_damage(string path, string found) => Assert.That(
        () => Entries(new CpioBuilder().With(path, "x").Build()),
        Throws.TypeOf<MediaFormatException>().With.Property("Found").EqualTo(found));

    [Test]
    public void Dots_that_lead_nowhere_are_a_name() =>
        Assert.That(Entries(new CpioBuilder().With("./..a/b..", "x").Build()), Has.Count.EqualTo(1));

    private static CpioReader Read(byte[] archive) => new(new MemoryStream(archive), "cpio archive");

    private static List<string> Entries(byte[] archive)
    {
        var reader = Read(archive);
        var entries = new List<string>();
        while (reader.Next() is { } entry)
        {
            var kind = entry.IsFile ? entry.SharedFile is null ? ", a file" : ", a file of several names" : "";
            entries.Add($"{entry.Path}, {entry.Size} bytes{kind}");
        }

        return entries;
    }

    private static Exception? Outcome(byte[] archive) => Thrown.By(() => Entries(archive));
}
