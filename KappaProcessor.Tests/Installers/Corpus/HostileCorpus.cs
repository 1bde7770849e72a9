using System.IO.Compression;
using System.Text;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Corpus;

/// <summary>
/// Files that break what trusts them. Each has one error to give, which names it and what is wrong; the answers are
/// one golden file.
/// </summary>
internal static class HostileCorpus
{
    public static IEnumerable<CorpusCase> All =>
        [.. Foreign(), .. Truncated(), .. Lying(), .. Xml(), .. Bombs(), .. Payloads(), .. Archives(), .. InfoPlists()];

    private static CpioBuilder Files => new CpioBuilder().WithApplication("./Firefox.app", Some.InfoPlist());

    private static IEnumerable<CorpusCase> Foreign()
    {
        yield return Case("empty.pkg", []);
        yield return Case("page.pkg", "<!DOCTYPE html><html><body>Log in</body></html>"u8.ToArray());
        yield return Case("answer.dmg", "{\"error\": \"not found\"}"u8.ToArray());
        yield return Case("zeros.pkg", new byte[4096]);
        yield return Case("program.exe.pkg", "MZ\u0090\0"u8.ToArray());
        yield return Case("no-package.pkg", InstallerFixtures.Read("container.xar"));
        yield return Package("says-nothing", PackageBuilder.Component("<pkg-info/>", []));
    }

    private static IEnumerable<CorpusCase> Truncated()
    {
        var sound = PackageBuilder.Component(payload: PackageBuilder.Payload(Files)).Build();
        foreach (var part in (int[])[1, 5, 9, 20, 50, 80, 95, 99])
        {
            yield return Case($"cut-at-{part}-percent.pkg", sound[..(sound.Length * part / 100)]);
        }
    }

    private static IEnumerable<CorpusCase> Lying()
    {
        var archive = PackageBuilder.Component();
        var document = new XarPart("PackageInfo", Some.PackageInfo());
        yield return Package("toc-of-16-exabytes", archive.ClaimingCompressedToc(ulong.MaxValue));
        yield return Package("toc-that-expands-to-1-terabyte", archive.ClaimingExpandedToc(1ul << 40));
        yield return Package("document-beyond-the-file", new XarBuilder().With(document with { ClaimedOffset = "999999999" }));
        yield return Package("document-of-8-exabytes", new XarBuilder().With(document with { ClaimedLength = "9223372036854775807" }));
        yield return Package("document-that-expands-to-9-gigabytes", new XarBuilder().With(document with { ClaimedSize = "9000000000" }));
        yield return Package("document-of-minus-one", new XarBuilder().With(document with { ClaimedSize = "-1" }));
        yield return Package("wrong-checksum", new XarBuilder().With(document with { ClaimedExtractedChecksum = new string('0', 40) }));
        yield return Package("unknown-encoding", new XarBuilder().With(document with { Encoding = "application/x-lzfse", Stored = [1] }));
        yield return Package("two-of-one-name", new XarBuilder().With(document, document));
        yield return Package("payload-with-a-wrong-checksum", new XarBuilder().With(document, new XarPart("Payload", PackageBuilder.Payload(Files))
        {
            Encoding = "application/octet-stream",
            ClaimedArchivedChecksum = new string('0', 40),
        }));
        yield return Package("payload-on-top-of-the-document", new XarBuilder().With(document, new XarPart("Payload", PackageBuilder.Payload(Files))
        {
            Encoding = "application/octet-stream",
            ClaimedOffset = "20",
        }));
    }

    private static IEnumerable<CorpusCase> Xml()
    {
        const string laughs = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]><pkg-info identifier='&d;'/>";
        const string theft = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><pkg-info identifier='a'>&b;</pkg-info>";
        yield return Document("entities-that-multiply", laughs);
        yield return Document("entity-from-outside", theft);
        yield return Document("document-type-from-outside", "<!DOCTYPE a SYSTEM 'http://example.invalid/a.dtd'><pkg-info/>");
        yield return Document("no-xml", "pkg-info");
        yield return Document("another-document", "<html/>");
        yield return Document("nested-200-deep", string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200)));
        yield return Document("attributes-100000", $"<pkg-info {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}='' "))}/>");
        yield return Document("size-in-words", "<pkg-info identifier='a'><payload installKBytes='many'/></pkg-info>");
        yield return Package("folders-200-deep", new XarBuilder().WithToc(Toc(
            string.Concat(Enumerable.Repeat("<file><name>a</name>", 200)) + string.Concat(Enumerable.Repeat("</file>", 200)))));
        yield return Package("entries-200000", new XarBuilder().WithToc(Toc(string.Concat(Enumerable.Repeat("<file><name>a</name></file>", 200_000)))));
        yield return Package("name-that-leads-out", new XarBuilder().WithToc(Toc("<file><name>..</name><file><name>passwd</name></file></file>")));
        yield return Package("name-from-the-root", new XarBuilder().WithToc(Toc("<file><name>/etc/passwd</name></file>")));
    }

    private static IEnumerable<CorpusCase> Bombs()
    {
        yield return Package("toc-bomb", new XarBuilder().WithToc(Toc($"<!--{new string('a', 50_000_000)}-->")));
        yield return Package("document-bomb", new XarBuilder().With(
            new XarPart("PackageInfo", $"<pkg-info identifier='a'><!--{new string('a', 20_000_000)}--></pkg-info>")));
        yield return Package("documents-of-100-megabytes", new XarBuilder().With(
            [.. Enumerable.Range(0, 14).Select(n => new XarPart($"{n}.pkg/PackageInfo", $"<pkg-info identifier='a'/>{new string(' ', 7_500_000)}"))]));
        yield return Payload("gzip-bomb", GzipBomb(1 << 30, 64));
    }

    private static IEnumerable<CorpusCase> Payloads()
    {
        var cpio = Files.Build();
        yield return Payload("gzip-cut", PackageBuilder.Gzip(cpio)[..^20]);
        yield return Payload("gzip-spoilt", Spoilt(PackageBuilder.Gzip(cpio)));
        yield return Payload("gzip-of-nothing", PackageBuilder.Gzip([0])[..10]);
        yield return Payload("bzip2-spoilt", Spoilt(InstallerFixtures.Read("payloads/gnu.odc.bz2")));
        yield return Payload("xz-spoilt", Spoilt(InstallerFixtures.Read("payloads/gnu.odc.xz")));
        yield return Payload("pbzx-cut", InstallerFixtures.Read("payloads/python.pbzx")[..^40]);
        yield return Payload("pbzx-spoilt", Spoilt(InstallerFixtures.Read("payloads/python.pbzx"), at: 200));
        yield return Payload("pbzx-chunks-of-16-exabytes", new PbzxBuilder().ClaimingChunkSize(ulong.MaxValue).With(cpio).Build());
        yield return Payload("pbzx-chunk-beyond-its-size", new PbzxBuilder().ClaimingChunkSize(16).With(cpio).Build());
        yield return Payload("pbzx-chunk-beyond-the-file", new PbzxBuilder().With(cpio, 1 << 20, 1 << 20).Build());
        yield return Payload("xz-with-a-dictionary-of-2-gigabytes", WithDictionary(InstallerFixtures.Read("payloads/gnu.odc.xz"), 38));
        yield return Payload("text", "This is no archive at all."u8.ToArray());
    }

    private static IEnumerable<CorpusCase> Archives()
    {
        yield return Payload("no-trailer", Files.WithoutTrailer().Build());
        yield return Payload("other-magic", Files.WithMagic("070703").Build());
        yield return Payload("no-digits", Files.WithMagic("070707xxxxxx").Build());
        yield return Payload("name-of-5-gigabytes", Files.Newc().ClaimingNameSize(uint.MaxValue).Build());
        yield return Payload("name-without-end", Files.ClaimingNameSize(3).Build());
        yield return Payload("name-of-nothing", Files.ClaimingNameSize(0).Build());
        yield return Payload("content-of-8-gigabytes", Files.ClaimingFileSize((1L << 33) - 1).Build());
        yield return Payload("leads-out", new CpioBuilder().With("./../../etc/passwd", "x").Build());
        yield return Payload("from-the-root", new CpioBuilder().With("/etc/passwd", "x").Build());
        yield return Payload("applications-30000", PackageBuilder.Gzip(Applications(30_000)));
    }

    private static IEnumerable<CorpusCase> InfoPlists()
    {
        yield return Plist("no-plist", "hello");
        yield return Plist("no-dictionary", "<plist version='1.0'><array/></plist>");
        yield return Plist("cut", "<plist version='1.0'><dict><key>CFBundle");
        yield return Plist("entities", "<!DOCTYPE plist [<!ENTITY a 'b'>]><plist version='1.0'><dict><key>&a;</key></dict></plist>");
        yield return Plist("of-2-megabytes", Some.InfoPlist() + new string(' ', 2_000_000));
        yield return Plist("nested-200-deep", $"<plist>{string.Concat(Enumerable.Repeat("<array>", 200))}</plist>");
    }

    private static CorpusCase Case(string name, byte[] content) => new(name, content, "");

    private static CorpusCase Package(string name, XarBuilder archive) => new($"{name}.pkg", archive, "");

    private static CorpusCase Document(string name, string document) =>
        Package($"xml-{name}", new XarBuilder().With("PackageInfo", document));

    private static CorpusCase Payload(string name, byte[] payload) =>
        Package($"payload-{name}", PackageBuilder.Component(payload: payload));

    private static CorpusCase Plist(string name, string infoPlist) => Payload(
        $"plist-{name}", new CpioBuilder().With("./Firefox.app/Contents/Info.plist", infoPlist).Build());

    private static string Toc(string files) => $"<xar><toc>{files}</toc></xar>";

    private static byte[] Spoilt(byte[] content, int? at = null)
    {
        var spoilt = content.ToArray();
        spoilt[at ?? content.Length / 2] ^= 0xFF;
        return spoilt;
    }

    /// <summary>A file of zeros that shrinks to a thousandth.</summary>
    private static byte[] GzipBomb(long size, int files)
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new CpioBuilder().ClaimingFileSize(size).With("./zeros", []).Build());
            var zeros = new byte[size / files];
            for (var file = 0; file < files; file++)
            {
                gzip.Write(zeros);
            }
        }

        return bomb.ToArray();
    }

    /// <summary>The first block's header is told another size of dictionary, and its CRC corrected.</summary>
    private static byte[] WithDictionary(byte[] xz, byte bits)
    {
        var changed = xz.ToArray();
        var length = (changed[12] + 1) * 4;
        changed[12 + changed.AsSpan(12, length).IndexOf((byte[])[0x21, 0x01]) + 2] = bits;
        return changed;
    }

    private static byte[] Applications(int count)
    {
        using var archive = new MemoryStream();
        for (var number = 0; number < count; number++)
        {
            archive.Write(Encoding.ASCII.GetBytes(
                $"070707{new string('0', 12)}100644{new string('0', 12)}000001{new string('0', 17)}"
                + $"{Convert.ToString($"./{number}.app/a".Length + 1, 8).PadLeft(6, '0')}{new string('0', 11)}./{number}.app/a\0"));
        }

        return archive.ToArray();
    }
}
