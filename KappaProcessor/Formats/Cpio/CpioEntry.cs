namespace Kappa.Formats.Cpio;

/// <summary>One name in a cpio archive.</summary>
/// <param name="Path">As it stands there, <c>./Firefox.app/Contents/Info.plist</c>.</param>
/// <param name="Header">What is known of the file that it names.</param>
internal sealed record CpioEntry(string Path, CpioHeader Header)
{
    private const int TypeMask = 0xF000;

    private const int RegularFile = 0x8000;

    /// <summary>No folder, no symbolic link, no device.</summary>
    public bool IsFile => (Header.Mode & TypeMask) == RegularFile;

    /// <summary>Bytes of content that follow the name.</summary>
    public long Size => Header.Size;

    /// <summary>
    /// Which file it is, for one that has several names: of those names one or all carry the content. Null
    /// for a file with one name.
    /// </summary>
    public (long Device, long Inode)? SharedFile => Header.Links > 1 ? (Header.Device, Header.Inode) : null;
}
