using CsCheck;

namespace Kappa.Tests.Support;

/// <summary>Texts that were right before something happened to them.</summary>
internal static class Spoilt
{
    private static readonly string[] Pieces =
    [
        "", "{", "}", "[", "]", "\"", ",", ":", "\\", "null", "true", "false", "0", "-1", "1.5", "1e999",
        "99999999999999999999", "\\u0000", "\\ud800", "\0", "\n", "//", "/*", "\ud83e\uded6", "<html>", "\uffff",
        "{\"a\":", "\"\":", new string('[', 500), new string('x', 10_000),
    ];

    /// <summary>One to four places replaced, by something or nothing.</summary>
    public static Gen<string> Text(string sample) => Gen
        .Select(Gen.Int[0, sample.Length], Gen.Int[0, 20], Gen.OneOf(Pieces))
        .Array[1, 4]
        .Select(edits => edits.Aggregate(sample, Edited));

    /// <summary>As many of them, always the same.</summary>
    public static IEnumerable<string> Texts(string sample, int count)
    {
        var texts = Text(sample);
        return Enumerable.Range(0, count).Select(seed => texts.Generate(new PCG((uint)seed, 20260115), null, out _));
    }

    private static string Edited(string text, (int At, int Length, string Piece) edit)
    {
        var at = Math.Min(edit.At, text.Length);
        return text[..at] + edit.Piece + text[Math.Min(text.Length, at + edit.Length)..];
    }
}
