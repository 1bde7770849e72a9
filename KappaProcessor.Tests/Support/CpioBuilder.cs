using System.Text;

namespace Kappa.Tests.Support;

/// <summary>Writes cpio archives, true ones and lying ones. Each call gives a changed copy.</summary>
internal sealed record CpioBuilder
{
    private const int FolderMode = 0x41ED;

    private const int FileMode = 0x81A4;

    private const int LinkMode = 0xA1ED;

    private IReadOnlyList<CpioPart> Parts { get; init; } = [];

    private bool IsNewc { get; init; }

    private bool HasTrailer { get; init; } = true;

    private string? Magic { get; init; }

    private long? NameSize { get; init; }

    private long? FileSize { get; init; }

    public CpioBuilder With(string path, byte[] content) => With(Encoding.UTF8.GetBytes(path), content);

    public CpioBuilder With(byte[] path, byte[] content) => With(new CpioPart(path, FileMode, content));

    public CpioBuilder With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content));

    public CpioBuilder WithFolder(string path) => With(new CpioPart(Encoding.UTF8.GetBytes(path), FolderMode, []));

    public CpioBuilder WithSymbolicLink(string path, string target) =>
        With(new CpioPart(Encoding.UTF8.GetBytes(path), LinkMode, Encoding.UTF8.GetBytes(target)));

    /// <summary>One of the names of a file; whether it carries the content is the caller's choice.</summary>
    public CpioBuilder WithHardLink(string path, int inode, byte[] content) =>
        With(new CpioPart(Encoding.UTF8.GetBytes(path), FileMode, content) { Inode = inode, Links = 2 });

    /// <summary>An application of so many bytes, its Info.plist left out of the count.</summary>
    public CpioBuilder WithApplication(string path, string infoPlist, int size = 1000) =>
        WithFolder(path)
            .With($"{path}/Contents/Info.plist", infoPlist)
            .With($"{path}/Contents/MacOS/run", new byte[size]);

    /// <summary>With hexadecimal headers and everything on multiples of four, as <c>cpio -H newc</c>.</summary>
    public CpioBuilder Newc() => this with { IsNewc = true };

    public CpioBuilder WithoutTrailer() => this with { HasTrailer = false };

    public CpioBuilder WithMagic(string magic) => this with { Magic = magic };

    public CpioBuilder ClaimingNameSize(long size) => this with { NameSize = size };

    public CpioBuilder ClaimingFileSize(long size) => this with { FileSize = size };

    public byte[] Build()
    {
        var archive = new MemoryStream();
        IEnumerable<CpioPart> trailer = [new CpioPart("TRAILER!!!"u8.ToArray(), 0, [])];
        foreach (var part in HasTrailer ? Parts.Concat(trailer) : Parts)
        {
            byte[] name = [.. part.Path, 0];
            var header = (IsNewc ? (Func<CpioPart, long, long, string>)NewcHeader : OdcHeader)(
                part, NameSize ?? name.Length, FileSize ?? part.Content.Length);
            archive.Write(Encoding.ASCII.GetBytes(header));
            archive.Write(name);
            Pad(archive);
            archive.Write(part.Content);
            Pad(archive);
        }

        return archive.ToArray();
    }

    private CpioBuilder With(CpioPart part) => this with { Parts = [.. Parts, part] };

    private void Pad(MemoryStream archive) => archive.Write(new byte[IsNewc ? (int)(-archive.Length & 3) : 0]);

    /// <summary>Magic, device, inode, mode, owner, group, links, device; time; name; file.</summary>
    private string OdcHeader(CpioPart part, long name, long file) =>
        $"{Magic ?? "070707"}{Octal(0, 6)}{Octal(part.Inode, 6)}{Octal(part.Mode, 6)}{Octal(0, 6)}{Octal(0, 6)}"
        + $"{Octal(part.Links, 6)}{Octal(0, 6)}{Octal(0, 11)}{Octal(name, 6)}{Octal(file, 11)}";

    /// <summary>Magic; inode, mode, owner, group, links, time; file; two devices of two numbers; name, check.</summary>
    private string NewcHeader(CpioPart part, long name, long file) =>
        $"{Magic ?? "070701"}{part.Inode:x8}{part.Mode:x8}{0:x8}{0:x8}{part.Links:x8}{0:x8}{file:x8}"
        + $"{0:x8}{0:x8}{0:x8}{0:x8}{name:x8}{0:x8}";

    private static string Octal(long value, int digits) => Convert.ToString(value, 8).PadLeft(digits, '0')[^digits..];

    private sealed record CpioPart(byte[] Path, int Mode, byte[] Content)
    {
        public int Inode { get; init; } = 1;

        public int Links { get; init; } = 1;
    }
}
