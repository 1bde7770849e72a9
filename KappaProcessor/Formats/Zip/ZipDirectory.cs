using System.IO.Compression;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Zip;

/// <summary>
/// The directory at the end of a .zip. It is read as it is walked through, so that its length costs no
/// memory, and is believed only as far as the files before it can bear it out. The source stays the caller's
/// to close.
/// </summary>
internal sealed class ZipDirectory
{
    /// <summary>
    /// The largest applications have some 100,000 files. So many as this are read in a few seconds.
    /// </summary>
    public const int MostEntries = 1_000_000;

    private const int BufferSize = 64 * 1024;

    private readonly Stream source;
    private readonly ZipEnd end;

    private ZipDirectory(Stream source, ZipEnd end)
    {
        this.source = source;
        this.end = end;
    }

    /// <param name="source">Seekable, from the archive's first byte to its last.</param>
    /// <exception cref="MediaFormatException">There is no directory, or one that cannot be.</exception>
    public static ZipDirectory Read(Stream source)
    {
        var end = ZipEnd.Read(source);
        ZipEnd.Require(end.Entries <= MostEntries, end.Start, $"{end.Entries:N0} entries are claimed", Limit);
        return new ZipDirectory(source, end);
    }

    /// <summary>
    /// Every entry, in the order of the directory. What is wrong with one is thrown when its turn comes.
    /// </summary>
    public IEnumerable<ZipEntry> Walk()
    {
        using var directory = new BufferedStream(new StreamWindow(source, end.Start, end.Length), BufferSize);
        var reader = new BigEndianReader(directory, ZipEnd.Format);
        var count = 0L;
        var room = end.Start;
        while (reader.Position < end.Length)
        {
            var entry = ZipEntry.Read(reader, end.Start);
            count++;
            room -= ZipLocalHeader.SmallestSize + entry.Name.Length;
            room -= Math.Min(entry.CompressedSize, end.Start);
            Check(entry, count, room);
            yield return entry;
        }

        var stated = end.IsTruncated ? (ushort)count : count;
        ZipEnd.Require(
            stated == end.Entries,
            end.Start,
            $"the directory has {count:N0} entries",
            $"its end says {end.Entries:N0}");
    }

    /// <summary>A file's content, compared with what the directory says of it.</summary>
    /// <param name="entry">One of this directory's.</param>
    /// <param name="limit">Bytes; a file that claims more is not read, and no file further than it
    /// claims.</param>
    public byte[] ReadContent(ZipEntry entry, int limit)
    {
        var header = FindHeader(entry);
        var stored = end.Start - header.Content;
        Require(
            entry,
            entry.CompressedSize <= stored,
            $"{entry.CompressedSize:N0} bytes are claimed",
            $"there are {stored:N0}");
        Require(
            entry,
            header.Method == entry.Method,
            $"method {header.Method} before it",
            $"the directory says {entry.Method}");

        Require(
            entry,
            entry.Size <= limit,
            $"it claims {entry.Size:N0} bytes",
            $"at most {limit:N0} are believed");

        var content = Expand(entry, new StreamWindow(source, header.Content, entry.CompressedSize));
        Require(
            entry,
            content.Length >= entry.Size,
            $"it ends after {content.Length:N0} bytes",
            $"it has {entry.Size:N0}");
        Require(
            entry, content.Length == entry.Size, "it expands further", $"{entry.Size:N0} bytes are stated");
        var crc = Crc32.Of(content);
        Require(entry, crc == entry.Crc, $"its CRC-32 is {crc:X8}", $"{entry.Crc:X8} is stated");
        return content;
    }

    private static string Limit => $"at most {MostEntries:N0} are believed";

    private void Check(ZipEntry entry, long count, long room)
    {
        ZipEnd.Require(count <= MostEntries, entry.Offset, $"entry {count:N0} begins", Limit);
        if (entry.Fault() is var (found, wanted))
        {
            throw new MediaFormatException(ZipEnd.Format, entry.Offset, found, wanted);
        }

        ZipEnd.Require(
            entry.LocalHeader <= end.Start - ZipLocalHeader.SmallestSize,
            entry.Offset,
            $"{entry.Path} is said to be at byte {entry.LocalHeader:N0}",
            $"the directory starts at byte {end.Start:N0}");
        ZipEnd.Require(
            room >= 0,
            entry.Offset,
            $"the files up to {entry.Path} take more room than there is",
            $"no two lie in the same place of the {end.Start:N0} bytes before");
    }

    /// <summary>
    /// The header before the content: tools that read a .zip from its start go by that one, so the two must
    /// agree.
    /// </summary>
    private ZipLocalHeader FindHeader(ZipEntry entry)
    {
        for (var at = entry.LocalHeader; at < end.Start; at += ZipEnd.Lost)
        {
            if (ZipLocalHeader.Find(source, at, end.Start) is { } header
                && header.Name.AsSpan().SequenceEqual(entry.Name))
            {
                return header;
            }

            if (!end.IsTruncated)
            {
                break;
            }
        }

        throw Fault(entry, "no file of this name begins there", "the directory says so");
    }

    /// <summary>No more than one byte beyond what is stated.</summary>
    private static byte[] Expand(ZipEntry entry, StreamWindow window)
    {
        try
        {
            using var expanded = entry.Method switch
            {
                0 => (Stream)window,
                8 => new DeflateStream(window, CompressionMode.Decompress),
                _ => throw Fault(
                    entry, $"it is packed by method {entry.Method}", "0 and 8 are known (stored, deflated)"),
            };
            var buffer = new byte[entry.Size + 1];
            var got = expanded.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return buffer[..got];
        }
        catch (InvalidDataException fault)
        {
            throw Fault(entry, $"it cannot be expanded ({fault.Message.TrimEnd('.')})", "deflated data can");
        }
    }

    private static void Require(ZipEntry entry, bool sound, string found, string wanted)
    {
        if (!sound)
        {
            throw Fault(entry, found, wanted);
        }
    }

    private static MediaFormatException Fault(ZipEntry entry, string found, string wanted) =>
        new($"{ZipEnd.Format}, {entry.Path}", entry.LocalHeader, found, wanted);
}
