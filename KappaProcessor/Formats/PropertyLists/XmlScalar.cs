using System.Globalization;

namespace Claunia.PropertyList;

/// <summary>
/// What the text of an XML element means, after Apple's PropertyList-1.0.dtd and CFPropertyList.c; null when
/// it means nothing.
/// </summary>
internal static class XmlScalar
{
    // The DTD: YYYY '-' MM '-' DD 'T' HH ':' MM ':' SS 'Z', where smaller units may be left out.
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH'Z'",
        "yyyy-MM-dd'Z'",
        "yyyy-MM'Z'",
        "yyyy'Z'",
    ];

    /// <summary>
    /// Decimal or 0x and hexadecimal, with or without a sign, within 64 bits, signed or unsigned.
    /// </summary>
    public static Int128? Integer(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var negative = trimmed is ['-', ..];
        var digits = negative || trimmed is ['+', ..] ? trimmed[1..].TrimStart() : trimmed;
        var hexadecimal = digits is ['0', 'x' or 'X', ..];
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        digits = hexadecimal ? digits[2..] : digits;
        if (!ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var magnitude))
        {
            return null;
        }

        var value = negative ? -(Int128)magnitude : magnitude;
        return value >= long.MinValue ? value : null;
    }

    /// <summary>Apple writes nan, +infinity and -infinity, Python's plistlib nan, inf and -inf.</summary>
    public static double? Real(string text) => text.Trim().ToLowerInvariant() switch
    {
        "nan" => double.NaN,
        "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        var digits => Double(digits),
    };

    public static DateTime? Date(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var trimmed = text.Trim();
        return DateTime.TryParseExact(trimmed, DateFormats, CultureInfo.InvariantCulture, Utc, out var date)
            ? date
            : null;
    }

    /// <summary>Base64, with white space anywhere.</summary>
    public static byte[]? Data(string text)
    {
        var buffer = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }

    private static double? Double(string digits) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
}
