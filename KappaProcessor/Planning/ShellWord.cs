using System.Text.RegularExpressions;

namespace Kappa.Planning;

/// <summary>A value as it stands after <c>NAME=</c> in a shell script.</summary>
internal static partial class ShellWord
{
    /// <summary>
    /// Single quotes take the meaning from all but a single quote, which goes outside: <c>'\''</c>.
    /// </summary>
    public static string Quote(string value) => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>
    /// What a literal says. KAPPA, kpkg and irupkg write values as they are between double quotes, so there
    /// everything up to the last quote is the value.
    /// </summary>
    public static string Unquote(string word)
    {
        var last = word.LastIndexOf('"');
        return word.StartsWith('"') && last > 0
            ? Escaped().Replace(word[1..last], "${text}")
            : string.Concat(Parts().Matches(word).Select(part => part.Groups["text"].Value));
    }

    [GeneratedRegex("""\\(?<text>["\\$`])""", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\G('(?<text>[^']*)'|\\(?<text>.)|(?<text>[^\s'\\;]+))", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
