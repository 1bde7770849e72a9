namespace Claunia.PropertyList;

/// <summary>
/// Reads a property list, XML or binary as its content says. Whatever is wrong with the content is a
/// <see cref="PropertyListFormatException"/>; a fault of the file or stream itself is passed on.
/// </summary>
public static class PropertyListParser
{
    public static NSObject Parse(FileInfo f)
    {
        using var source = f.OpenRead();
        return Parse(source);
    }

    /// <summary>Reads to the end of the stream, which stays the caller's to close.</summary>
    public static NSObject Parse(Stream fs) => Parse(ReadAll(fs));

    public static NSObject Parse(byte[] bytes) => Parse(new ArraySegment<byte>(bytes));

    private static NSObject Parse(ArraySegment<byte> bytes)
    {
        CheckSize(bytes.Count);
        var text = SkipMarkAndSpace(bytes);
        return bytes.AsSpan() switch
        {
            var all when all.StartsWith("bplist"u8) => BinaryPropertyListReader.Read(bytes),
            var all when IsUtf16(all) || text is [(byte)'<', ..] => XmlPropertyListReader.Read(text),
            _ => throw NotReadable(text),
        };
    }

    private static ArraySegment<byte> ReadAll(Stream source)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        while (true)
        {
            var rest = buffer.AsSpan(filled);
            filled += source.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
            if (filled < buffer.Length)
            {
                return new ArraySegment<byte>(buffer, 0, filled);
            }

            CheckSize(filled);
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, PropertyListLimits.Bytes + 1));
        }
    }

    private static void CheckSize(int length)
    {
        if (length > PropertyListLimits.Bytes)
        {
            throw new PropertyListFormatException(
                $"The property list is larger than {PropertyListLimits.Bytes:N0} bytes.");
        }
    }

    /// <summary>Apple's tools allow white space before the XML declaration, XML itself does not.</summary>
    private static ArraySegment<byte> SkipMarkAndSpace(ArraySegment<byte> bytes)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < bytes.Count && bytes[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return bytes[start..];
    }

    /// <summary>A byte order mark of UTF-16, or a &lt; in it.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..];

    private static PropertyListFormatException NotReadable(ReadOnlySpan<byte> text) => new(text switch
    {
        [] => "The property list is empty.",
        [(byte)'{' or (byte)'(' or (byte)'"' or (byte)'/', ..] =>
            "This is JSON or an old-style (OpenStep) property list; only XML and binary ones are read.",
        _ => "This is not a property list: it starts with neither \"<\" nor \"bplist\".",
    });
}
