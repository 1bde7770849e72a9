using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Claunia.PropertyList;

namespace Kappa.AutoPkg;

/// <summary>
/// Property list values as YAML that AutoPkg's reader, PyYAML, takes for the same values. A text stands
/// without quotes only where nobody could take it for anything else.
/// </summary>
internal sealed partial class RecipeYaml
{
    /// <summary>YAML 1.1, which PyYAML reads, takes them for booleans or nothing, in some spellings of case.</summary>
    private static readonly HashSet<string> Words =
        new(["y", "n", "yes", "no", "on", "off", "true", "false", "null"], StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder yaml = new();

    /// <summary>The entries as a block mapping, one below the other.</summary>
    public static string Write(NSDictionary entries)
    {
        var writer = new RecipeYaml();
        writer.WriteEntries(entries, indent: 0);
        return writer.yaml.ToString();
    }

    private void WriteEntries(NSDictionary entries, int indent)
    {
        foreach (var (key, value) in entries)
        {
            yaml.Append(' ', indent).Append(Scalar(key)).Append(':');
            WriteValue(value, indent + 2);
        }
    }

    private void WriteValue(NSObject value, int indent)
    {
        switch (value)
        {
            case NSDictionary { Count: > 0 } entries:
                yaml.Append('\n');
                WriteEntries(entries, indent);
                break;
            case NSArray { Count: > 0 } items:
                yaml.Append('\n');
                WriteItems(items, indent);
                break;
            case NSString text when CanBeLiteral(text.Content):
                WriteLiteral(text.Content, indent);
                break;
            default:
                yaml.Append(' ').Append(Flow(value)).Append('\n');
                break;
        }
    }

    private void WriteItems(NSArray items, int indent)
    {
        foreach (var item in items)
        {
            var start = yaml.Length;
            if (item is NSDictionary { Count: > 0 } entries)
            {
                WriteEntries(entries, indent + 2);
                yaml[start + indent] = '-';
            }
            else
            {
                yaml.Append(' ', indent).Append("- ").Append(Flow(item)).Append('\n');
            }
        }
    }

    private void WriteLiteral(string text, int indent)
    {
        yaml.Append(" |-\n");
        foreach (var line in text.Split('\n'))
        {
            yaml.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
        }
    }

    private static string Flow(NSObject value) => value switch
    {
        NSDictionary => "{}",
        NSArray => "[]",
        NSString text => Scalar(text.Content),
        NSNumber number when number.isBoolean() => number.ToBool() ? "true" : "false",
        NSNumber number when number.isInteger() => number.ToLong().ToString(CultureInfo.InvariantCulture),
        _ => throw new System.Diagnostics.UnreachableException($"No recipe of ours has a {value.GetType()}."),
    };

    private static string Scalar(string text) =>
        Unmistakable().IsMatch(text) && !Words.Contains(text) ? text : Quote(text);

    /// <summary>Several lines of plain text, none of which starts or ends with a space.</summary>
    private static bool CanBeLiteral(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && !text.StartsWith('\n') && !text.EndsWith('\n')
        && text.Split('\n').All(line => line.Trim() == line && line.All(letter => letter is >= ' ' and <= '~'));

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                _ when IsInvisible(rune) => quoted.Append(CultureInfo.InvariantCulture, $@"\u{rune.Value:X4}"),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>
    /// Controls and line separators, which YAML would fold, and what PyYAML calls not printable.
    /// </summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF;

    /// <summary>
    /// Starts with a letter, so that it is no number, date, indicator or comment, and has nothing in it that
    /// means something to YAML.
    /// </summary>
    [GeneratedRegex(@"^[A-Za-z]([A-Za-z0-9 ()_./+-]*[A-Za-z0-9()_./+-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unmistakable();
}
