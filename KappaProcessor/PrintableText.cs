using System.Globalization;
using System.Text;

namespace Kappa;

/// <summary>
/// Text from a file or a server on its way to a terminal or a log, where some characters would do something
/// instead of being seen: move the cursor, start a new line, turn the direction of writing.
/// </summary>
internal static class PrintableText
{
    /// <summary>Each such character as its code, <c>\u001B</c>; nothing for null.</summary>
    public static string Of(string? text)
    {
        if (text is null || !text.Any(IsActive))
        {
            return text ?? "";
        }

        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = IsActive(character)
                ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}")
                : shown.Append(character);
        }

        return shown.ToString();
    }

    private static bool IsActive(char character) =>
        (char.IsControl(character) && character != '\t')
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
