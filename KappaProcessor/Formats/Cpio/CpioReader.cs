using System.Text;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Cpio;

/// <summary>
/// Goes through a cpio archive, forwards and once; <paramref name="format"/> is what a message calls it. The
/// source stays the caller's to close.
/// </summary>
internal sealed class CpioReader(Stream source, string format)
{
    /// <summary>Paths on a Mac have at most 1,024 bytes.</summary>
    private const int LongestName = 8 * 1024;

    private const string Trailer = "TRAILER!!!";

    private readonly BigEndianReader reader = new(source, format);
    private CpioEntry? current;
    private long unread;

    /// <summary>The next entry, whatever was read of the one before; null after the last.</summary>
    public CpioEntry? Next()
    {
        SkipRest();
        var start = reader.Position;
        var header = CpioHeader.Read(reader, format);
        var path = ReadName(header, start);
        unread = header.Size;
        current = new CpioEntry(path, header);
        if (path != Trailer)
        {
            return EntryPath.Fault(path) is { } fault ? throw Fault(start, fault) : current;
        }

        current = null;
        return null;
    }

    /// <summary>The content of the entry that came last.</summary>
    /// <param name="limit">Bytes; more are not believed.</param>
    public byte[] ReadContent(int limit)
    {
        var content = reader.ReadBytes((ulong)unread, limit, current!.Path);
        unread = 0;
        return content;
    }

    private void SkipRest()
    {
        if (current is null)
        {
            return;
        }

        reader.Skip(unread, current.Path);
        SkipPadding(current.Header);
    }

    private string ReadName(CpioHeader header, long start)
    {
        var bytes = reader.ReadBytes((ulong)header.NameSize, LongestName, "an entry's name");
        SkipPadding(header);
        return bytes is [.., 0] && bytes.AsSpan(0, bytes.Length - 1).IndexOf((byte)0) < 0
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, bytes.Length - 1))
            : throw Fault(start, "an entry's name does not end where it should, with a 0");
    }

    private void SkipPadding(CpioHeader header) =>
        reader.Skip(-reader.Position & (header.Alignment - 1), "the space between entries");

    private MediaFormatException Fault(long offset, string found) =>
        new(format, offset, found, "a sound archive has no such entry");
}
