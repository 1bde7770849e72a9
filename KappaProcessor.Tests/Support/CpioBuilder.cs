using System.Text;

namespace Kappa.Tests.Support;

/// <summary>Writes cpio archives, true ones and lying ones. Each call gives a changed copy.</summary>
internal sealed record CpioBuilder
{
    private const int FolderMode = 0x41ED;

    private const int FileMode = 0x81A4;

    private IReadOnlyList<(string Path, int Mode, byte[] Content)> Parts { get; init; } = [];

    private bool IsNewc { get; init; }

    private bool HasTrailer { get; init; } = true;

    private string? Magic { get; init; }

    private long? NameSize { get; init; }

    private long? FileSize { get; init; }

    public CpioBuilder With(string path, byte[] content) => this with { Parts = [.. Parts, (path, FileMode, content)] };

    public CpioBuilder With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content));

    public CpioBuilder WithFolder(string path) => this with { Parts = [.. Parts, (path, FolderMode, [])] };

    /// <summary>With hexadecimal headers and everything on multiples of four, as <c>cpio -H newc</c>.</summary>
    public CpioBuilder Newc() => this with { IsNewc = true };

    public CpioBuilder WithoutTrailer() => this with { HasTrailer = false };

    public CpioBuilder WithMagic(string magic) => this with { Magic = magic };

    public CpioBuilder ClaimingNameSize(long size) => this with { NameSize = size };

    public CpioBuilder ClaimingFileSize(long size) => this with { FileSize = size };

    public byte[] Build()
    {
        var archive = new MemoryStream();
        IEnumerable<(string Path, int Mode, byte[] Content)> trailer = [("TRAILER!!!", 0, [])];
        foreach (var (path, mode, content) in HasTrailer ? Parts.Concat(trailer) : Parts)
        {
            var name = Encoding.UTF8.GetBytes($"{path}\0");
            archive.Write(Encoding.ASCII.GetBytes(IsNewc
                ? NewcHeader(mode, NameSize ?? name.Length, FileSize ?? content.Length)
                : OdcHeader(mode, NameSize ?? name.Length, FileSize ?? content.Length)));
            archive.Write(name);
            Pad(archive);
            archive.Write(content);
            Pad(archive);
        }

        return archive.ToArray();
    }

    private void Pad(MemoryStream archive) => archive.Write(new byte[IsNewc ? (int)(-archive.Length & 3) : 0]);

    /// <summary>Magic, device, inode, mode, owner, group, links, device; time; name; file.</summary>
    private string OdcHeader(int mode, long name, long file) =>
        $"{Magic ?? "070707"}{Octal(0, 6)}{Octal(1, 6)}{Octal(mode, 6)}{Octal(0, 6)}{Octal(0, 6)}{Octal(1, 6)}{Octal(0, 6)}"
        + $"{Octal(0, 11)}{Octal(name, 6)}{Octal(file, 11)}";

    /// <summary>Magic; inode, mode, owner, group, links, time; file; two devices of two numbers; name, check.</summary>
    private string NewcHeader(int mode, long name, long file) =>
        $"{Magic ?? "070701"}{1:x8}{mode:x8}{0:x8}{0:x8}{1:x8}{0:x8}{file:x8}{0:x8}{0:x8}{0:x8}{0:x8}{name:x8}{0:x8}";

    private static string Octal(long value, int digits) => Convert.ToString(value, 8).PadLeft(digits, '0')[^digits..];
}
