using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kappa.AutoPkg;

/// <summary>
/// The few lines of a YAML recipe that Kappa needs to know. This is no YAML parser: it sees the keys of the
/// outermost level, and the scalars on their lines. What is written in another way counts as unreadable, never
/// as something else.
/// </summary>
internal sealed partial class YamlRecipe(string text)
{
    /// <summary>A scalar that starts with one of these is an alias, a block, a collection, or not YAML.</summary>
    private const string Indicators = "&*!|>{}[],%@`";

    private readonly string[] lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Its value as a text; null when the key is not there, or its value is unreadable.</summary>
    public string? Text(string key) => Value(0, lines.Length, indent: 0, key);

    /// <summary>The same for a key one level further in.</summary>
    public string? Text(string section, string key)
    {
        var start = LineOf(0, lines.Length, 0, section) + 1;
        var end = start;
        while (start > 0 && end < lines.Length && (IsBlank(lines[end]) || Indent(lines[end]) > 0))
        {
            end++;
        }

        var first = Array.FindIndex(lines, start, end - start, line => !IsBlank(line));
        return start == 0 || first < 0 ? null : Value(start, end, Indent(lines[first]), key);
    }

    /// <summary>A line of it that is no comment mentions the word.</summary>
    public bool Mentions(string word) => lines.Any(line =>
        !IsBlank(line) && line.Contains(word, StringComparison.Ordinal));

    private string? Value(int start, int end, int indent, string key)
    {
        var at = LineOf(start, end, indent, key);
        if (at < 0)
        {
            return null;
        }

        // Whatever is indented further belongs to the value, which is then not on this line alone.
        var next = Array.FindIndex(lines, at + 1, line => !IsBlank(line));
        var goesOn = next >= 0 && Indent(lines[next]) > indent;
        return goesOn ? null : Scalar(Entry().Match(lines[at]).Groups["value"].Value);
    }

    /// <summary>The last line of that key counts, as in AutoPkg's reader; -1 when there is none.</summary>
    private int LineOf(int start, int end, int indent, string key) => Array.FindLastIndex(
        lines,
        end - 1,
        end - start,
        line => Indent(line) == indent && Entry().Match(line) is { Success: true } entry
            && entry.Groups["key"].Value == key);

    private static bool IsBlank(string line) => line.TrimStart() is "" or ['#', ..];

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    private static string? Scalar(string value) => value.Trim() switch
    {
        ['\'', ..] quoted => Single().Match(quoted) is { Success: true } text
            ? text.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)
            : null,
        ['"', ..] quoted => Double().Match(quoted) is { Success: true } text
            ? Unescape(text.Groups["text"].Value)
            : null,
        "" or ['#', ..] => null,
        var plain => Plain(plain),
    };

    private static string? Plain(string value)
    {
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        var text = (comment < 0 ? value : value[..comment]).TrimEnd();
        return Indicators.Contains(text[0], StringComparison.Ordinal)
            || text.Contains(": ", StringComparison.Ordinal) || text.EndsWith(':')
            ? null
            : text;
    }

    private static string? Unescape(string text)
    {
        var plain = new StringBuilder();
        var at = 0;
        foreach (Match escape in Escape().Matches(text))
        {
            if (Character(escape) is not { } character)
            {
                return null;
            }

            plain.Append(text, at, escape.Index - at).Append(character);
            at = escape.Index + escape.Length;
        }

        return plain.Append(text, at, text.Length - at).ToString();
    }

    private static string? Character(Match escape) => escape.Value[1] switch
    {
        'n' => "\n",
        't' => "\t",
        '"' or '\\' or '/' or ' ' => escape.Value[1..],
        'x' or 'u' when escape.Groups["code"] is { Success: true } code =>
            ((char)ushort.Parse(code.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        _ => null,
    };

    [GeneratedRegex("""^ *(?<quote>["']?)(?<key>\w+)\k<quote>\s*:(?<value>\s.*)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^'(?<text>([^']|'')*)'\s*(\s#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex("""^"(?<text>([^"\\]|\\.)*)"\s*(\s#.*)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Double();

    [GeneratedRegex(@"\\(x(?<code>[0-9a-fA-F]{2})|u(?<code>[0-9a-fA-F]{4})|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
