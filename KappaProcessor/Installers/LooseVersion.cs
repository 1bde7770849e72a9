using System.Text.RegularExpressions;

namespace Kappa.Installers;

/// <summary>
/// A version as vendors write them, ordered part by part: numbers as numbers, a missing part as 0, letters
/// before any number. <c>10.9 &lt; 10.10</c>, <c>1.0b1 &lt; 1.0rc1 &lt; 1.0 = 1.0.0 &lt; 1.0-1</c>.
/// </summary>
internal sealed partial class LooseVersion : IComparable<LooseVersion>, IEquatable<LooseVersion>
{
    private readonly IReadOnlyList<Part> parts;

    private LooseVersion(string text, IReadOnlyList<Part> parts)
    {
        Text = text;
        this.parts = parts;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public static bool operator <(LooseVersion? left, LooseVersion? right) => Compare(left, right) < 0;

    public static bool operator >(LooseVersion? left, LooseVersion? right) => Compare(left, right) > 0;

    public static bool operator <=(LooseVersion? left, LooseVersion? right) => Compare(left, right) <= 0;

    public static bool operator >=(LooseVersion? left, LooseVersion? right) => Compare(left, right) >= 0;

    public static bool operator ==(LooseVersion? left, LooseVersion? right) => Compare(left, right) == 0;

    public static bool operator !=(LooseVersion? left, LooseVersion? right) => Compare(left, right) != 0;

    /// <summary>Null for a text without a digit.</summary>
    public static LooseVersion? TryParse(string? text) =>
        text is not null && text.Any(char.IsAsciiDigit) ? Read(text) : null;

    public static LooseVersion Parse(string text) => TryParse(text) ?? throw new KappaException(
        $"'{text}' is not a version.", "A version has at least one digit, as 1.2.3.");

    /// <summary>
    /// The order of any two texts, as the audit script has it on the Mac; one without a part is 0.
    /// </summary>
    public static int Order(string one, string other) => Compare(Read(one), Read(other));

    public int CompareTo(LooseVersion? other) => Compare(this, other);

    public bool Equals(LooseVersion? other) => Compare(this, other) == 0;

    public override bool Equals(object? obj) => Equals(obj as LooseVersion);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => Text;

    private static LooseVersion Read(string text)
    {
        var trimmed = text.Trim();
        var parts = Parts().Matches(LeadingV().Replace(trimmed, "")).Select(match => Part.Parse(match.Value)).ToList();
        var significant = parts.FindLastIndex(part => part != Part.Zero) + 1;
        return new LooseVersion(trimmed, parts[..significant]);
    }

    /// <summary>No version is before every version.</summary>
    private static int Compare(LooseVersion? left, LooseVersion? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        return Enumerable.Range(0, Math.Max(left.parts.Count, right.parts.Count))
            .Select(index => left.At(index).CompareTo(right.At(index)))
            .FirstOrDefault(order => order != 0);
    }

    private Part At(int index) => index < parts.Count ? parts[index] : Part.Zero;

    [GeneratedRegex("[0-9]+|[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("^[vV](?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingV();

    /// <param name="IsNumber">Digits alone, else letters alone.</param>
    /// <param name="Text">Without leading zeros, or in lower case.</param>
    private sealed record Part(bool IsNumber, string Text) : IComparable<Part>
    {
        public static readonly Part Zero = new(IsNumber: true, "");

        public static Part Parse(string text) => char.IsAsciiDigit(text[0])
            ? new Part(IsNumber: true, text.TrimStart('0'))
            : new Part(IsNumber: false, text.ToLowerInvariant());

        public int CompareTo(Part? other) => other switch
        {
            null => 1,
            _ when IsNumber != other.IsNumber => IsNumber.CompareTo(other.IsNumber),

            // Numbers of any length: without leading zeros the longer one is the larger one.
            _ when IsNumber && Text.Length != other.Text.Length => Text.Length.CompareTo(other.Text.Length),
            _ => string.CompareOrdinal(Text, other.Text),
        };
    }
}
