using Kappa.Tests.Support.Published;

namespace Kappa.Tests.EndToEnd;

/// <summary>What a computer looks at before it starts a published executable.</summary>
[Category(PublishedFile.Category)]
internal sealed class PublishedFileTests
{
    private const int Largest = 60_000_000;

    [TestCase("osx-arm64", MachOFile.Arm64)]
    [TestCase("osx-x64", MachOFile.X64)]
    public void A_Mac_finds_its_processor_and_a_signature_of_all_there_is(string rid, uint cpuType)
    {
        var bytes = PublishedFile.Require(rid);

        var file = MachOFile.Read(bytes);

        Assert.That((file.CpuType, file.FileType), Is.EqualTo((cpuType, MachOFile.Executable)));
        Assert.That(file.Signature, Is.Not.Null, "it is not signed");
        var signature = file.Signature!.Value;
        var directory = CodeDirectory.In(bytes.AsSpan(signature));
        using var claims = Assert.EnterMultipleScope();
        Assert.That(signature.End.Value, Is.EqualTo(bytes.Length), "the signature is not the end");
        Assert.That(file.LinkEditEnd, Is.EqualTo((ulong)bytes.Length), "the last segment is not the end");
        Assert.That(directory.CodeLimit, Is.EqualTo((ulong)signature.Start.Value), "something is not signed");
        Assert.That(directory.Flags & CodeDirectory.AdHoc, Is.EqualTo(CodeDirectory.AdHoc));
        Assert.That(
            directory.Pages, Has.Count.EqualTo((signature.Start.Value + directory.PageSize - 1) / directory.PageSize));
        Assert.That(directory.BrokenPages(bytes), Is.Empty);
    }

    [TestCase("linux-x64", ElfFile.X64, "/lib64/ld-linux-x86-64.so.2")]
    [TestCase("linux-arm64", ElfFile.Arm64, "/lib/ld-linux-aarch64.so.1")]
    public void Linux_finds_its_processor_and_the_loader_of_glibc(string rid, int machine, string loader)
    {
        var file = ElfFile.Read(PublishedFile.Require(rid));

        Assert.That((file.Machine, file.Loader), Is.EqualTo(((ushort)machine, loader)));
    }

    [TestCase("osx-arm64")]
    [TestCase("osx-x64")]
    [TestCase("linux-x64")]
    [TestCase("linux-arm64")]
    public void It_is_no_larger_than_60_MB(string rid) =>
        Assert.That(PublishedFile.Require(rid), Has.Length.LessThan(Largest));
}
