namespace Kappa.Tests.Support;

/// <summary>A file for <see cref="ZipBuilder"/>. What is null is told truthfully.</summary>
internal sealed record ZipPart(string Path, byte[] Content)
{
    public ZipPart(string path, string content)
        : this(path, System.Text.Encoding.UTF8.GetBytes(content))
    {
    }

    /// <summary>0 stored, 8 deflated; anything else is stored under that number.</summary>
    public ushort Method { get; init; } = 8;

    public ushort Flags { get; init; } = 0x0800;

    /// <summary>Of a Unix: 0x81A4 a file, 0xA1FF a symbolic link, 0x41ED a folder.</summary>
    public ushort Mode { get; init; } = 0x81A4;

    /// <summary>The bytes in the archive, for content that the builder would not write.</summary>
    public byte[]? Stored { get; init; }

    public string? LocalPath { get; init; }

    public ushort? LocalMethod { get; init; }

    public uint? ClaimedCrc { get; init; }

    public ulong? ClaimedCompressedSize { get; init; }

    public ulong? ClaimedSize { get; init; }

    public ulong? ClaimedOffset { get; init; }

    /// <summary>Sizes and place go into an extra field of eight bytes each.</summary>
    public bool IsWide { get; init; }
}
