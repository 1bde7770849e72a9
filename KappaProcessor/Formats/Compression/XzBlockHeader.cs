using Kappa.Formats.Streams;

namespace Kappa.Formats.Compression;

/// <summary>
/// The start of a block in an xz file, looked at for one thing before a decoder gets it: how much memory it
/// asks for (https://tukaani.org/xz/xz-file-format.txt, 3.1 and 5.3.1).
/// <code>
/// size
///    1  size of this header: (value + 1) × 4
///    1  flags: 0x03 filters − 1, 0x40 compressed size follows, 0x80 expanded size follows
///  1-9  each of these sizes
///       each filter: 1-9 its id, 1-9 length of its properties, these
///       zeros
///    4  CRC-32
/// </code>
/// </summary>
internal static class XzBlockHeader
{
    private const int Lzma2 = 0x21;

    /// <summary>The whole header.</summary>
    /// <param name="size">Its first byte, which has been read.</param>
    /// <param name="reader">At its second.</param>
    public static byte[] Read(byte size, BigEndianReader reader)
    {
        var start = reader.Position;
        var rest = reader.ReadBytes((ulong)((size + 1) * 4) - 1, 1024, "a block's header");
        if (DictionarySize(rest) is > SizeLimits.XzDictionary and var dictionary)
        {
            throw new MediaFormatException(
                "xz data",
                start,
                $"a block claims a dictionary of {dictionary:N0} bytes",
                $"at most {SizeLimits.XzDictionary:N0} are believed");
        }

        return [size, .. rest];
    }

    /// <summary>
    /// In bytes; 0 where there is no such filter. What is wrong with a header is found by the decoder, which
    /// checks its CRC as well.
    /// </summary>
    private static long DictionarySize(ReadOnlySpan<byte> header)
    {
        var flags = header[0];
        var at = 1;
        SkipNumbers(header, ref at, ((flags >> 6) & 1) + ((flags >> 7) & 1));
        for (var filter = 0; filter <= (flags & 3) && at + 2 < header.Length; filter++)
        {
            if (header[at] == Lzma2)
            {
                var bits = header[at + 2] & 0x3F;
                return (2L | (uint)(bits & 1)) << ((bits / 2) + 11);
            }

            SkipNumbers(header, ref at, 1);
            at += 1 + header[Math.Min(at, header.Length - 1)];
        }

        return 0;
    }

    private static void SkipNumbers(ReadOnlySpan<byte> header, ref int at, int count)
    {
        for (; count > 0 && at < header.Length; count--)
        {
            while (at < header.Length && header[at] >= 0x80)
            {
                at++;
            }

            at++;
        }
    }
}
