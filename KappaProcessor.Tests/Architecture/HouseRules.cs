using System.Text.RegularExpressions;

namespace Kappa.Tests.Architecture;

/// <summary>
/// The rules of ARCHITECTURE.md that a look at one file can check; each finds the places that break it.
/// </summary>
internal static partial class HouseRules
{
    public const int LongestFile = 300;

    /// <summary>Its types have that package's names and namespace.</summary>
    private const string StandInForPlistCil = "Kappa.Formats.PropertyLists";

    public static IEnumerable<string> TooLong(SourceFile file) =>
        file.Text.TrimEnd('\n').Split('\n').Length > LongestFile ? [file.Path] : [];

    public static IEnumerable<string> Pragmas(SourceFile file) => file.Find(Pragma());

    /// <summary>
    /// Only the one who tells the user may catch everything: Program, and a command that goes on with the
    /// rest.
    /// </summary>
    public static IEnumerable<string> CatchesOfEverything(SourceFile file) =>
        file.Path == "KappaProcessor/Program.cs" || file.FolderNamespace == "Kappa.Commands"
            ? []
            : file.Find(CatchAll());

    /// <summary>
    /// stdout is the shim's and the keyboard the prompt's; everyone else is handed a stream.
    /// </summary>
    public static IEnumerable<string> UsesOfTheConsole(SourceFile file) =>
        file.Name is "Program.cs" or "ConsolePrompt.cs" ? [] : file.Find(ConsoleUse());

    /// <summary>A secret may look at another one of its kind.</summary>
    public static IEnumerable<string> RevealedSecrets(SourceFile file) =>
        file.Path == "KappaProcessor/Secrets/Secret.cs" ? [] : file.Find(Reveal());

    public static IEnumerable<string> NamesThatSayNothing(SourceFile file) =>
        file.FolderNamespace == StandInForPlistCil ? [] : file.Find(EmptyName());

    public static IEnumerable<string> ThingsLeftUndone(SourceFile file) => file.Find(Undone());

    public static IEnumerable<string> StrayNamespaces(SourceFile file)
    {
        var wanted = file.FolderNamespace == StandInForPlistCil ? "Claunia.PropertyList" : file.FolderNamespace;
        var found = Namespace().Match(file.Text);
        return found.Success && found.Groups[1].Value != wanted ? [file.Path] : [];
    }

    /// <summary>A byte-order mark counts as well.</summary>
    public static IEnumerable<string> ForeignLineEndings(string path, ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) || bytes.Contains((byte)'\r') ? [path] : [];

    [GeneratedRegex(@"^\s*#pragma\b")]
    private static partial Regex Pragma();

    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\.)?Exception\b|$|\{|when\b)")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"(?<![\w.])Console\.|\bSystem\.Console\b")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"\.Reveal\(\)")]
    private static partial Regex Reveal();

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?"
        + @"\w*(Manager|Helpers?|Utils?|Utilities|Service|Base|Data|Info)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Undone();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
