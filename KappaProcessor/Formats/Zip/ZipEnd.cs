using System.Buffers.Binary;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Zip;

/// <summary>
/// The end of a .zip, which tells where its directory is; numbers are little-endian
/// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.16).
/// <code>
/// offset size
///      0    4  "PK\5\6"
///      4    2  number of this disk, 0
///      6    2  disk that the directory starts on, 0
///      8    2  entries on this disk
///     10    2  entries
///     12    4  length of the directory
///     16    4  where the directory starts
///     20    2  length of the comment that ends the file
/// </code>
/// </summary>
/// <param name="Start">Where the directory starts.</param>
/// <param name="Length">Its length; nothing lies between it and the end records.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="IsTruncated">
/// Numbers are cut to their lower bits, as Apple's Archive Utility writes them from 4 GB or 65,536 entries on
/// (https://github.com/overlookmotel/yauzl-mac).
/// </param>
internal sealed record ZipEnd(long Start, long Length, long Entries, bool IsTruncated)
{
    public const string Format = "zip archive";

    public const int Size = 22;

    /// <summary>A field of four bytes has lost so much, or a multiple of it.</summary>
    public const long Lost = 1L << 32;

    private const int LongestComment = ushort.MaxValue;

    public static ZipEnd Read(Stream source)
    {
        var at = Find(source);
        var record = ReadAt(source, at, Size);
        var stated = new Fields(
            BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(4)),
            BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(10)),
            BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(12)),
            BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(16)));

        Require(
            stated.Disk is 0 or ushort.MaxValue,
            at,
            $"it is disk {stated.Disk + 1:N0} of several",
            "one file holds all");
        return Zip64End.Find(source, at) is { } end ? Settle(end, stated) : Settle(stated, at);
    }

    /// <summary>
    /// The <paramref name="size"/> bytes at <paramref name="offset"/>, where the caller has seen that they
    /// fit.
    /// </summary>
    internal static byte[] ReadAt(Stream source, long offset, int size) => new BigEndianReader(
        new StreamWindow(source, offset, size), Format).ReadBytes((ulong)size, size, "the end");

    internal static void Require(bool sound, long offset, string found, string wanted)
    {
        if (!sound)
        {
            throw new MediaFormatException(Format, offset, found, wanted);
        }
    }

    /// <summary>The last place that looks like the end and whose comment fits into the file.</summary>
    private static long Find(Stream source)
    {
        var length = (int)Math.Min(source.Length, Size + LongestComment);
        var start = source.Length - length;
        var tail = ReadAt(source, start, length);
        for (var at = length - Size; at >= 0; at--)
        {
            var comment = tail.AsSpan(at).StartsWith("PK\x05\x06"u8)
                ? BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20))
                : int.MaxValue;
            if (comment <= length - Size - at)
            {
                return start + at;
            }
        }

        throw new MediaFormatException(
            Format, source.Length, "the file ends without a directory", "a .zip ends with one");
    }

    private static ZipEnd Settle(Fields stated, long at)
    {
        var start = at - stated.Length;
        Require(
            start >= 0,
            at,
            $"the directory claims {stated.Length:N0} bytes",
            $"there are {at:N0} before its end");
        Require(
            start % Lost == stated.Start,
            at,
            $"the directory is said to start at byte {stated.Start:N0}",
            $"it ends at byte {at:N0} after {stated.Length:N0}");
        return new ZipEnd(start, stated.Length, stated.Entries, IsTruncated: true);
    }

    /// <summary>What the short record tells must be what the long one does, or all ones.</summary>
    private static ZipEnd Settle(Zip64End end, Fields stated)
    {
        Require(
            (stated.Entries is ushort.MaxValue || stated.Entries == end.Entries)
                && (stated.Length is uint.MaxValue || stated.Length == end.Length)
                && (stated.Start is uint.MaxValue || stated.Start == end.Start),
            end.Offset,
            $"{end.Entries:N0} entries in {end.Length:N0} bytes from byte {end.Start:N0} on",
            $"the end record says {stated.Entries:N0}, {stated.Length:N0} and {stated.Start:N0}");
        return new ZipEnd(end.Start, end.Length, end.Entries, IsTruncated: false);
    }

    private sealed record Fields(int Disk, long Entries, long Length, long Start);
}
