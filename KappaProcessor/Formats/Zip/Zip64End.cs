using System.Buffers.Binary;

namespace Kappa.Formats.Zip;

/// <summary>
/// The end of a large .zip: a record with wide fields and, right before the short end record, a locator that
/// points to it (APPNOTE 4.3.14 and 4.3.15).
/// <code>
/// offset size
///      0    4  "PK\6\7"                      locator
///      4    4  disk that the record is on, 0
///      8    8  where the record is
///     16    4  number of disks, 1
///
///      0    4  "PK\6\6"                      record
///      4    8  length of what follows, 44 or more
///     12    4  versions
///     16    8  disks, 0
///     24    8  entries on this disk
///     32    8  entries
///     40    8  length of the directory
///     48    8  where the directory starts
/// </code>
/// </summary>
/// <param name="Offset">Where the record is.</param>
internal sealed record Zip64End(long Offset, long Entries, long Length, long Start)
{
    private const int LocatorSize = 20;

    private const int RecordSize = 56;

    /// <summary>
    /// Null when no locator stands before the end record, which is at <paramref name="end"/>.
    /// </summary>
    public static Zip64End? Find(Stream source, long end)
    {
        var at = end - LocatorSize;
        var locator = at < 0 ? [] : ZipEnd.ReadAt(source, at, LocatorSize);
        if (!locator.AsSpan().StartsWith("PK\x06\x07"u8))
        {
            return null;
        }

        var offset = BinaryPrimitives.ReadUInt64LittleEndian(locator.AsSpan(8));
        ZipEnd.Require(
            (UInt128)offset + RecordSize <= (UInt128)at,
            at,
            $"the zip64 record is said to be at byte {offset:N0}",
            $"it lies before byte {at:N0} and takes {RecordSize}");
        return Read(ZipEnd.ReadAt(source, (long)offset, RecordSize), (long)offset);
    }

    private static Zip64End Read(ReadOnlySpan<byte> record, long offset)
    {
        ZipEnd.Require(
            record.StartsWith("PK\x06\x06"u8),
            offset,
            "there is no zip64 record",
            "its locator points there");
        var entries = BinaryPrimitives.ReadUInt64LittleEndian(record[32..]);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(record[40..]);
        var start = BinaryPrimitives.ReadUInt64LittleEndian(record[48..]);

        ZipEnd.Require(
            (UInt128)start + length == (UInt128)offset,
            offset,
            $"the directory claims {length:N0} bytes from byte {start:N0} on",
            $"it ends at byte {offset:N0}");
        ZipEnd.Require(
            entries <= length, offset, $"{entries:N0} entries are claimed", $"{length:N0} bytes hold them");
        return new Zip64End(offset, (long)entries, (long)length, (long)start);
    }
}
