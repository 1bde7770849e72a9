using Kappa.Formats.Streams;

namespace Kappa.Formats.Xar;

/// <summary>
/// The fixed start of a xar archive; numbers are big-endian (https://github.com/mackyle/xar/wiki/xarformat).
/// <code>
/// offset size
///      0    4  "xar!"
///      4    2  size of this header, 28 or more
///      6    2  version, 1
///      8    8  length of the table of contents, compressed
///     16    8  length of the table of contents, expanded
///     24    4  checksum algorithm; the table of contents names it again
/// </code>
/// </summary>
internal sealed record XarHeader(ushort Size, int CompressedToc, int ExpandedToc)
{
    public const string Format = "xar archive";

    private const int SmallestSize = 28;

    /// <summary>The magic, as it stands at the start of the file.</summary>
    public static ReadOnlySpan<byte> Magic => "xar!"u8;

    /// <summary>Where the heap starts, from which all offsets of entries count.</summary>
    public long Heap => Size + (long)CompressedToc;

    public static XarHeader Read(BigEndianReader reader)
    {
        reader.Expect(Magic, "the magic");
        var size = reader.UInt16("the header");
        var version = reader.UInt16("the header");
        var compressed = reader.UInt64("the header");
        var expanded = reader.UInt64("the header");
        _ = reader.UInt32("the header");

        Require(size >= SmallestSize, 4, $"the header claims to be {size} bytes long", "it has 28 or more");
        Require(version == 1, 6, $"the version is {version}", "only 1 is known");
        Require(compressed is > 0 and <= SizeLimits.Document, 8, TocClaim(compressed), TocLimit);
        Require(expanded is > 0 and <= SizeLimits.Document, 16, TocClaim(expanded), TocLimit);
        return new XarHeader(size, (int)compressed, (int)expanded);
    }

    private static string TocLimit => $"1 to {SizeLimits.Document:N0} are believed";

    private static string TocClaim(ulong length) => $"the table of contents claims {length:N0} bytes";

    private static void Require(bool sound, long offset, string found, string wanted)
    {
        if (!sound)
        {
            throw new MediaFormatException(Format, offset, found, wanted);
        }
    }
}
