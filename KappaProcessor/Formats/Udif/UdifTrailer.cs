using Claunia.PropertyList;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Udif;

/// <summary>
/// The end of a disk image (UDIF); numbers are big-endian
/// (https://newosxbook.com/DMG.html).
/// <code>
/// offset size
///      0    4  "koly"
///      4    4  version, 4
///      8    4  size of this trailer, 512
///     12    4  flags
///     16    8  running data fork offset
///     24    8  where the data fork starts
///     32    8  length of the data fork
///     40   16  place and length of the resource fork, 0 today
///     56    4  number of this segment
///     60    4  segments
///     64   16  id of the segments
///     80  136  checksum of the data fork
///    216    8  where the property list starts
///    224    8  length of the property list, 0 in images of Mac OS 9
///    232  120  reserved
///    352  136  checksum of all
///    488    4  variant
///    492    8  sectors
///    500   12  reserved
/// </code>
/// </summary>
/// <param name="Offset">Where the trailer starts in the file.</param>
/// <param name="XmlStart">Where the property list starts.</param>
/// <param name="XmlLength">Its length; 0 when there is none.</param>
internal sealed record UdifTrailer(long Offset, long XmlStart, int XmlLength)
{
    private const string Format = "disk image (UDIF)";

    private const int Size = 512;

    private static readonly string[] LicenseKinds = ["LPic", "TEXT", "RTF "];

    /// <summary>Null when the image has none: raw, sparse and encrypted ones do not.</summary>
    /// <exception cref="MediaFormatException">There is one, and it cannot be.</exception>
    public static UdifTrailer? Find(Stream image)
    {
        var offset = image.Length - Size;
        if (offset < 0)
        {
            return null;
        }

        var reader = new BigEndianReader(new StreamWindow(image, offset, Size), Format);
        var mark = reader.ReadBytes(4, 4, "the trailer");
        return mark.AsSpan().SequenceEqual("koly"u8) ? Read(reader, offset) : null;
    }

    /// <summary>
    /// The image shows a licence before it opens. It lies among the resources that the property list holds.
    /// </summary>
    public bool HasLicense(Stream image)
    {
        var reader = new BigEndianReader(new StreamWindow(image, XmlStart, XmlLength), Format);
        var xml = reader.ReadBytes((ulong)XmlLength, XmlLength, "the property list");
        try
        {
            return XmlLength > 0
                && PropertyListParser.Parse(xml) is NSDictionary list
                && list.ObjectForKey("resource-fork") is NSDictionary resources
                && LicenseKinds.Any(resources.ContainsKey);
        }
        catch (PropertyListFormatException fault)
        {
            throw new MediaFormatException(
                Format, XmlStart, fault.Message.TrimEnd('.'), "a sound property list belongs there");
        }
    }

    private static UdifTrailer Read(BigEndianReader reader, long offset)
    {
        var version = reader.UInt32("the trailer");
        var size = reader.UInt32("the trailer");
        _ = reader.ReadBytes(12, 12, "the trailer");
        var dataStart = reader.UInt64("the trailer");
        var dataLength = reader.UInt64("the trailer");
        _ = reader.ReadBytes(20, 20, "the trailer");
        var segments = reader.UInt32("the trailer");
        _ = reader.ReadBytes(152, 152, "the trailer");
        var xmlStart = reader.UInt64("the trailer");
        var xmlLength = reader.UInt64("the trailer");

        Require(version == 4, offset + 4, $"the version is {version}", "only 4 is known");
        Require(size == Size, offset + 8, $"the trailer claims {size:N0} bytes", $"it has {Size}");
        Require(segments <= 1, offset + 60, $"it is one of {segments:N0} segments", "one file holds all");
        RequirePlace(dataStart, dataLength, offset, "the data fork");
        RequirePlace(xmlStart, xmlLength, offset, "the property list");
        Require(
            xmlLength <= SizeLimits.Document,
            offset + 224,
            $"the property list claims {xmlLength:N0} bytes",
            $"at most {SizeLimits.Document:N0} are believed");
        return new UdifTrailer(offset, (long)xmlStart, (int)xmlLength);
    }

    private static void RequirePlace(ulong start, ulong length, long end, string what) => Require(
        (UInt128)start + length <= (UInt128)end,
        end,
        $"{what} is said to take {length:N0} bytes from byte {start:N0} on",
        $"there are {end:N0} before the trailer");

    private static void Require(bool sound, long offset, string found, string wanted)
    {
        if (!sound)
        {
            throw new MediaFormatException(Format, offset, found, wanted);
        }
    }
}
