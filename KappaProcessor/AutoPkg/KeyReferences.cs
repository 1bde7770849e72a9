using System.Text.RegularExpressions;

namespace Kappa.AutoPkg;

/// <summary>The <c>%NAME%</c> that AutoPkg replaces by the variable of that name.</summary>
internal static partial class KeyReferences
{
    /// <summary>The names, in order, each as often as it is there.</summary>
    public static IEnumerable<string> In(string text) =>
        Reference().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>The text with what is known by each name in its place.</summary>
    public static string Fill(string text, Func<string, string> known) =>
        Reference().Replace(text, match => known(match.Groups["name"].Value));

    /// <summary><c>version</c> → <c>%version%</c>.</summary>
    public static string To(string name) => $"%{name}%";

    /// <summary>autopkglib, <c>RE_KEYREF</c>.</summary>
    [GeneratedRegex("%(?<name>[a-zA-Z_][a-zA-Z_0-9]*)%", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
