namespace Kappa.Configuration;

/// <summary>What somebody who mistyped a word most likely meant.</summary>
internal static class NearestWord
{
    /// <summary>
    /// The candidate with the fewest letters to change, the first of several; null without candidates.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant()));

    /// <summary>
    /// Like <see cref="Find"/>, for paths with dots: the right key in the wrong section is near as well.
    /// </summary>
    public static string? FindPath(string path, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => (
            Math.Min(Distance(path, candidate), Distance(Leaf(path), Leaf(candidate))),
            Distance(path, candidate)));

    private static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>Levenshtein: letters inserted, removed or replaced.</summary>
    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var line = new int[other.Length + 1];
            line[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = above[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                line[column] = Math.Min(replaced, Math.Min(above[column], line[column - 1]) + 1);
            }

            above = line;
        }

        return above[^1];
    }
}
