namespace Kappa.Matching;

/// <summary>What somebody who mistyped a name may have meant.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>difflib's own idea of a close match (<c>get_close_matches</c>).</summary>
    private const double Floor = 0.6;

    /// <summary>Up to three of the names, nearest first; case does not matter.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names)
    {
        var similarity = new NameSimilarity(name.ToLowerInvariant());
        return
        [
            .. names
                .Distinct()
                .Select(other => (Name: other, Ratio: similarity.RatioOf(other.ToLowerInvariant(), Floor)))
                .Where(other => other.Ratio is not null)
                .OrderByDescending(other => other.Ratio)
                .Take(Most)
                .Select(other => other.Name),
        ];
    }
}
