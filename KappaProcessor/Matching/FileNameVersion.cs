using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Kappa.Matching;

/// <summary>
/// The version in an installer's file name, ordered as PEP 440 orders: numbers part by part, missing ones
/// count as 0, an alpha, beta or candidate comes before its release, a further number (a build, the rest of a
/// date) after. <c>Firefox 128.0b3.pkg</c> &lt; <c>Firefox 128.0.pkg</c> &lt; <c>Firefox-128.0-2.pkg</c>.
/// </summary>
internal sealed partial class FileNameVersion : IComparable<FileNameVersion>
{
    private readonly string text;
    private readonly BigInteger[] release;
    private readonly BigInteger[] stage;
    private readonly BigInteger[] rest;

    private FileNameVersion(string name, Match found)
    {
        var stageFound = Stage().Match(name, found.Index + found.Length);
        var end = stageFound.Success ? stageFound.Index + stageFound.Length : found.Index + found.Length;
        text = name[found.Index..end];
        release = WithoutTrailingZeros(Numbers(found.Value));
        stage = stageFound.Success ? [StageRank(stageFound), .. Numbers(stageFound.Value)] : [FinalRank];
        rest = Numbers(name[end..]);
    }

    private static BigInteger FinalRank => 3;

    /// <summary>
    /// The dotted number with the most parts, the first of several; null when the name has none but those of
    /// a processor (<c>x86_64</c>).
    /// </summary>
    public static FileNameVersion? Find(string fileName)
    {
        var stem = Extension().Replace(PackageName.WithoutStoreSuffix(fileName), "");
        var name = Architecture().Replace(stem, " ");
        return DottedNumber().Matches(name).MaxBy(match => match.ValueSpan.Count('.')) is { } found
            ? new FileNameVersion(name, found)
            : null;
    }

    public int CompareTo(FileNameVersion? other) =>
        other is null ? 1 : Comparisons(other).FirstOrDefault(order => order != 0);

    public override string ToString() => text;

    private IEnumerable<int> Comparisons(FileNameVersion other)
    {
        yield return Compare(release, other.release);
        yield return Compare(stage, other.stage);
        yield return Compare(rest, other.rest);
    }

    private static int Compare(BigInteger[] one, BigInteger[] other) => one.AsSpan().SequenceCompareTo(other);

    private static BigInteger[] Numbers(string text) =>
    [
        .. Digits().Matches(text).Select(one => BigInteger.Parse(one.Value, CultureInfo.InvariantCulture)),
    ];

    private static BigInteger[] WithoutTrailingZeros(BigInteger[] numbers) =>
        numbers[..(Array.FindLastIndex(numbers, number => !number.IsZero) + 1)];

    private static BigInteger StageRank(Match found) => found.Groups["word"].Value[0] switch
    {
        'a' or 'A' => 0,
        'b' or 'B' => 1,
        _ => 2,
    };

    [GeneratedRegex(@"\.[A-Za-z][0-9A-Za-z]*\z")]
    private static partial Regex Extension();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(x86[_-]64|x86|x64|arm64e?|aarch64|amd64|i386|(32|64)[-_ ]?bit)(?![0-9A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Architecture();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)*")]
    private static partial Regex DottedNumber();

    [GeneratedRegex(
        @"\G[-_. ]?(?<word>alpha|a|beta|b|preview|pre|rc|c)[-_. ]?[0-9]*(?![0-9A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stage();

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Digits();
}
