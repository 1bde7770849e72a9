using System.Globalization;
using System.Text;

namespace Claunia.PropertyList;

/// <summary>
/// A property list in XML, in the layout of Apple's plutil and Python's plistlib: tabs, the outermost value
/// not indented, data in lines that end within 76 columns.
/// </summary>
internal sealed class XmlPropertyListWriter
{
    private const string Head =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">

        """;

    private readonly StringBuilder xml = new(Head);

    public static string Write(NSObject root)
    {
        var writer = new XmlPropertyListWriter();
        writer.WriteValue(root, level: 0);
        return writer.xml.Append("</plist>\n").ToString();
    }

    private void WriteValue(NSObject value, int level)
    {
        switch (value)
        {
            case NSDictionary { Count: 0 }:
                WriteLine(level, "<dict/>");
                break;
            case NSDictionary dictionary:
                WriteDictionary(dictionary, level);
                break;
            case NSArray { Count: 0 }:
                WriteLine(level, "<array/>");
                break;
            case NSArray array:
                WriteArray(array, level);
                break;
            case NSData data:
                WriteData(data, level);
                break;
            case UID uid:
                WriteDictionary(SpellOut(uid), level);
                break;
            default:
                WriteLine(level, Scalar(value));
                break;
        }
    }

    private void WriteDictionary(NSDictionary dictionary, int level)
    {
        ReadingBudget.CheckDepth(level);
        WriteLine(level, "<dict>");
        foreach (var (key, value) in dictionary)
        {
            WriteLine(level + 1, $"<key>{Escape(key)}</key>");
            WriteValue(value, level + 1);
        }

        WriteLine(level, "</dict>");
    }

    private void WriteArray(NSArray array, int level)
    {
        ReadingBudget.CheckDepth(level);
        WriteLine(level, "<array>");
        foreach (var item in array)
        {
            WriteValue(item, level + 1);
        }

        WriteLine(level, "</array>");
    }

    private void WriteData(NSData data, int level)
    {
        const int TabWidth = 8;
        var bytesPerLine = Math.Max(16, 76 - TabWidth * level) / 4 * 3;
        WriteLine(level, "<data>");
        foreach (var line in data.Bytes.Chunk(bytesPerLine))
        {
            WriteLine(level, Convert.ToBase64String(line));
        }

        WriteLine(level, "</data>");
    }

    private static NSDictionary SpellOut(UID uid) =>
        new() { ["CF$UID"] = NSNumber.FromInteger(uid.ToUInt64()) };

    private static string Scalar(NSObject value) => value switch
    {
        NSString text => $"<string>{Escape(text.Content)}</string>",
        NSNumber number when number.isBoolean() => number.ToBool() ? "<true/>" : "<false/>",
        NSNumber number when number.isInteger() => $"<integer>{number}</integer>",
        NSNumber number => $"<real>{Real(number.ToDouble())}</real>",
        NSDate date => $"<date>{Date(date.Date)}</date>",
        _ => throw new System.Diagnostics.UnreachableException($"No element for {value.GetType()}."),
    };

    private static string Real(double value) => value switch
    {
        double.NaN => "nan",
        double.PositiveInfinity => "+infinity",
        double.NegativeInfinity => "-infinity",
        _ when value == Math.Truncate(value) && Math.Abs(value) < 1e15 =>
            value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant(),
    };

    private static string Date(DateTime date) =>
        date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// XML 1.0 has no way to spell most control characters (https://www.w3.org/TR/xml/#charsets): they, and
    /// halves of surrogate pairs, become U+FFFD, because a result with one odd character in a name is better
    /// than no result.
    /// </summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\r' => escaped.Append("&#13;"), // a reader would take a bare one for a line feed
                (< ' ' and not '\t' and not '\n') or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    private void WriteLine(int level, string line) => xml.Append('\t', level).Append(line).Append('\n');
}
