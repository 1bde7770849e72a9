using System.Text;
using Kappa.Formats.Xar;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Xar;

internal sealed class XarArchiveTests
{
    [TestCase("bsdtar-component-gzip.pkg")]
    [TestCase("bsdtar-component-bzip2.pkg")]
    [TestCase("bsdtar-component-xz.pkg")]
    [TestCase("bsdtar-component-none.pkg")]
    [TestCase("bsdtar-component-md5.pkg")]
    [TestCase("bsdtar-component-unchecked.pkg")]
    public void Reads_what_libarchive_wrote(string file)
    {
        var archive = XarArchive.Read(new MemoryStream(InstallerFixtures.Read(file)));

        var document = Content(archive, "PackageInfo");

        Assert.That(document, Is.EqualTo(InstallerFixtures.Read("vendor-xml/packageInfo-oktaVerify.xml")));
    }

    [Test]
    public void Reads_what_Apples_xar_wrote()
    {
        var archive = XarArchive.Read(new MemoryStream(InstallerFixtures.Read("container.xar")));

        Assert.That(Encoding.UTF8.GetString(Content(archive, "container")), Is.EqualTo("#!/bin/sh\nexit 0\n"));
    }

    [Test]
    public void Lists_files_by_their_path()
    {
        var archive = XarArchive.Read(new MemoryStream(InstallerFixtures.Read("bsdtar-product.pkg")));

        Assert.That(
            string.Join(", ", archive.Entries.Select(entry => entry.Path)),
            Is.EqualTo("Distribution, GoogleChrome.pkg, GoogleChrome.pkg/PackageInfo, GoogleChrome.pkg/Bom, "
                + "GoogleChrome.pkg/Payload"));
    }

    [Test]
    public void An_entry_knows_its_name_and_folder()
    {
        var entry = new XarEntry("Outer.pkg/Inner.pkg/PackageInfo", null);

        Assert.That((entry.Folder, entry.Name), Is.EqualTo(("Outer.pkg/Inner.pkg", "PackageInfo")));
    }

    [TestCase("sha1")]
    [TestCase("SHA1")]
    [TestCase("sha256")]
    [TestCase("sha512")]
    [TestCase("md5")]
    [TestCase("none")]
    public void Takes_every_checksum_that_xar_knows(string style)
    {
        var archive = Read(new XarBuilder().With(new XarPart("a", "text") { ChecksumStyle = style }));

        Assert.That(Content(archive, "a"), Is.EqualTo("text"u8.ToArray()));
    }

    [Test]
    public void Reads_a_signed_archive()
    {
        var archive = Read(PackageBuilder.Component().Signed());

        Assert.That(Content(archive, "Bom"), Is.EqualTo("BOMStore"u8.ToArray()));
    }

    [Test]
    public void Files_may_lie_in_the_heap_in_any_order()
    {
        var archive = Read(new XarBuilder().With("a", "first").With("b", "second").Reversed());

        Assert.That(Content(archive, "a"), Is.EqualTo("first"u8.ToArray()));
    }

    [Test]
    public void The_table_of_contents_starts_after_a_header_of_any_size()
    {
        var archive = Read(new XarBuilder().With("a", "text").WithHeaderSize(64));

        Assert.That(Content(archive, "a"), Is.EqualTo("text"u8.ToArray()));
    }

    [Test]
    public void What_is_called_gzip_may_be_gzip()
    {
        var gzip = InstallerFixtures.Read("text.gz");
        var part = new XarPart("a", InstallerFixtures.Read("text.txt")) { Stored = gzip };

        var archive = Read(new XarBuilder().With(part));

        Assert.That(Content(archive, "a"), Is.EqualTo(part.Content));
    }

    [Test]
    public void A_name_can_be_in_base64()
    {
        const string toc = "<xar><toc><file><name enctype=\"base64\">WmXDqw==</name></file></toc></xar>";

        var archive = Read(new XarBuilder().WithToc(toc));

        Assert.That(archive.Entries.Single().Path, Is.EqualTo("Zeë"));
    }

    [Test]
    public void A_file_that_is_not_there_is_null() => Assert.That(Read(new XarBuilder()).Find("a"), Is.Null);

    [Test]
    public void Leaves_its_source_open()
    {
        using var source = new MemoryStream(PackageBuilder.Component().Build());
        var archive = XarArchive.Read(source);

        archive.Open(archive.Find("Bom")!).Dispose();

        Assert.That(source.CanRead, Is.True);
    }

    [Test]
    public void Streams_a_large_file_without_holding_it()
    {
        var archive = Read(PackageBuilder.Component(payload: new byte[8_000_000]));
        using var content = archive.Open(archive.Find("Payload")!);
        var before = GC.GetAllocatedBytesForCurrentThread();

        content.CopyTo(Stream.Null);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
    }

    private static XarArchive Read(XarBuilder archive) => XarArchive.Read(new MemoryStream(archive.Build()));

    private static byte[] Content(XarArchive archive, string path)
    {
        using var content = archive.Open(archive.Find(path)!);
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
