using Kappa.Tests.Support.Published;

namespace Kappa.Tests.EndToEnd;

/// <summary>The reader that published files are judged by, on files made by hand.</summary>
internal sealed class MachOReaderTests
{
    private static readonly MachOBuilder Sound = new() { Code = Bytes(10_000) };

    [TestCase(MachOFile.Arm64)]
    [TestCase(MachOFile.X64)]
    public void The_processor_is_told(uint cpuType)
    {
        var file = MachOFile.Read((Sound with { CpuType = cpuType }).Build());

        Assert.That((file.CpuType, file.FileType), Is.EqualTo((cpuType, MachOFile.Executable)));
    }

    [Test]
    public void The_signature_is_at_the_end_and_of_everything_before_it()
    {
        var bytes = Sound.Build();

        var file = MachOFile.Read(bytes);
        var directory = CodeDirectory.In(bytes[file.Signature!.Value]);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(file.Signature.Value.End.Value, Is.EqualTo(bytes.Length));
        Assert.That(file.LinkEditEnd, Is.EqualTo((ulong)bytes.Length));
        Assert.That(directory.CodeLimit, Is.EqualTo((ulong)file.Signature.Value.Start.Value));
        Assert.That(directory.Flags & CodeDirectory.AdHoc, Is.EqualTo(CodeDirectory.AdHoc));
        Assert.That(directory.Pages, Has.Count.EqualTo(3));
        Assert.That(directory.BrokenPages(bytes), Is.Empty);
    }

    [TestCase(12)]
    [TestCase(14)]
    public void Pages_are_as_large_as_the_directory_says(byte bits)
    {
        var bytes = (Sound with { PageBits = bits }).Build();

        var directory = Directory(bytes);

        Assert.That(directory.PageSize, Is.EqualTo(1 << bits));
        Assert.That(directory.BrokenPages(bytes), Is.Empty);
    }

    [TestCase(300, 0)]
    [TestCase(4096, 1)]
    [TestCase(10_255, 2)]
    public void A_byte_that_was_changed_breaks_its_page_and_no_other(int at, int page)
    {
        var bytes = Sound.Build();
        bytes[at] ^= 1;

        Assert.That(Directory(bytes).BrokenPages(bytes), Is.EqualTo([page]));
    }

    [Test]
    public void A_file_that_was_cut_breaks_the_pages_it_lost()
    {
        var bytes = Sound.Build();

        Assert.That(Directory(bytes).BrokenPages(bytes.AsMemory(0, 5000)), Is.EqualTo([1, 2]));
    }

    [Test]
    public void What_the_signature_leaves_out_is_told_by_its_limit()
    {
        var bytes = (Sound with { CodeLimit = 4096 }).Build();

        var directory = Directory(bytes);

        Assert.That((directory.CodeLimit, directory.Pages.Count), Is.EqualTo((4096, 1)));
    }

    [Test]
    public void Another_signature_than_an_ad_hoc_one_is_told() =>
        Assert.That(Directory((Sound with { Flags = 0x10000 }).Build()).Flags & CodeDirectory.AdHoc, Is.Zero);

    [Test]
    public void An_unsigned_file_has_no_signature() =>
        Assert.That(MachOFile.Read((Sound with { IsSigned = false }).Build()).Signature, Is.Null);

    [Test]
    public void A_directory_of_SHA_1_is_refused()
    {
        var bytes = (Sound with { HashType = 1 }).Build();

        Assert.That(() => Directory(bytes), Throws.TypeOf<FormatException>().With.Message.Contains("SHA-256"));
    }

    [TestCase(0, "no 64-bit Mach-O")]
    [TestCase(31, "no 64-bit Mach-O")]
    [TestCase(100, "Load command 0")]
    [TestCase(110, "Load command 1")]
    public void What_is_cut_off_is_refused(int length, string why)
    {
        var bytes = Sound.Build()[..length];

        Assert.That(() => MachOFile.Read(bytes), Throws.TypeOf<FormatException>().With.Message.Contains(why));
    }

    [TestCase(0, "does not begin")]
    [TestCase(20, "ends before")]
    public void A_signature_that_is_cut_off_is_refused(int length, string why)
    {
        var bytes = Sound.Build();
        var signature = bytes[MachOFile.Read(bytes).Signature!.Value][..length];

        Assert.That(() => CodeDirectory.In(signature), Throws.TypeOf<FormatException>().With.Message.Contains(why));
    }

    private static CodeDirectory Directory(byte[] file) =>
        CodeDirectory.In(file[MachOFile.Read(file).Signature!.Value]);

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(20260115).NextBytes(bytes);
        return bytes;
    }
}
