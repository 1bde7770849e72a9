namespace Kappa.Tests.Support;

/// <summary>
/// Names and versions that a downloaded installer could have. <c>canary</c> is a tool that a stand-in Mac has and that
/// nothing may ever run.
/// </summary>
internal static class HostileTexts
{
    /// <summary>Strange, and to be carried to the Mac as they are.</summary>
    public static IReadOnlyList<string> Carried { get; } =
    [
        "'", "''", "'\\''", "\\'", "\"", "\\\"", "`", "\\", "'\"`\\", "it's", "‘quoted’", "＇", new string('\'', 40),
        "“canary”", "„canary“", "«canary»", "´canary´", "′canary″", "｀canary｀", "＂canary＂", "＄(canary)", "；canary", "∕",
        "$(canary)", "`canary`", "'$(canary)'", "\"$(canary)\"", "';canary;'", "\";canary;\"", "'canary #",
        "; canary", "| canary", "&& canary", "> canary", "<(canary)", "=(canary)", "eval canary", "!canary",
        "$((canary[$(canary)]))", "x[$(canary)]", "${canary:=1}", "${(e):-$(canary)}", "$canary", "$$", "$'\\x27canary'",
        "*", "?", "[a-z]", "]", "~", "~root", "=ls", "{canary,1..3}", "(|a)", "(#e)", "@(a|b)", "a##", "^a", "%n %(?.a.)",
        "-", "--", "-n", "-e canary", "--help", "# comment", "a b  c", " leading", "trailing ", "..", "main",
        "${MATCH}", "$MATCH", "&", "\\&", "\\1",
        "x' || kMDItemFSName == '*", "x\" || kMDItemFSName == \"*", "\\*",
        ":CFBundleIdentifier", "' \"Delete :\"", "a:b:c", "a.b.c",
        "\" & (do shell script \"canary\") & \"", "</key><integer>1<", "&lt;", "]]>", "<![CDATA[x", "<!--",
        "\u202Eppa.evil", "\u200Fa", "\u061Ca", "\u2067a\u2069", "\u202Da\u202C", "a\u200Bb", "\uFEFFa", "Ｆｉｒｅｆｏｘ", "Firef\u043Ex", "é", "e\u0301", "\U0001F98A", "日本語", "\u00A0a",
        new string('a', 200),
    ];

    /// <summary>Carried as an id or a version; no folder has so long a name.</summary>
    public static string Thousand { get; } = new('a', 1000);

    /// <summary>
    /// Every row that an Info.plist can hold, with what becomes of it; a reader replaces the half of a pair.
    /// </summary>
    public static IReadOnlyList<HostileText> All =>
    [
        .. Carried.Append(Thousand).Select(text => new HostileText(text, IsCarried: true)),
        .. Refused.Where(text => !text.Any(char.IsSurrogate)).Select(text => new HostileText(text, IsCarried: false)),
    ];

    /// <summary>A test case for each of them, named by its number: a test's name cannot hold them all.</summary>
    public static IEnumerable<TestCaseData<string>> Rows => Carried.Select((text, row) =>
        new TestCaseData<string>(text).SetArgDisplayNames($"row {row}"));

    /// <summary>No script can carry these.</summary>
    public static IReadOnlyList<string> Refused { get; } =
    [
        "a\nb", "a\n", "\na", "a\rb", "a\r\nb", "a\tb", "a\0b", "\u001B[31mred", "\u0007", "\b", "\u007F",
        "\u0085", "\u009B31m", "a\u2028b", "a\u2029b", "\uD83D", "a\uDD8A", "\uDD8A\uD83D", "\uFFFE", "a\uFFFF",
        "'\ncanary\n'", "$(canary)\n",
    ];
}
