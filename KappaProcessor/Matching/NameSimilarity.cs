namespace Kappa.Matching;

/// <summary>
/// How alike other names are to one, from 0 to 1, exactly as Python's
/// <c>difflib.SequenceMatcher(None, other, name).ratio()</c> has it: the Ratcliff/Obershelp ratio over code
/// points, with the rule that a character that fills over 1 % of a name of 200 or more starts no match
/// (https://docs.python.org/3/library/difflib.html).
/// </summary>
internal sealed class NameSimilarity
{
    private const int ShortestWithPopularCharacters = 200;

    private readonly int[] points;
    private readonly Dictionary<int, int[]> places;
    private readonly Dictionary<int, int> kinds;
    private readonly int[] counts;

    public NameSimilarity(string name)
    {
        points = CodePoints(name);
        places = PlacesOfCharacters(points);
        int[] distinct = [.. points.Distinct()];
        kinds = distinct.Index().ToDictionary(kind => kind.Item, kind => kind.Index);
        counts = [.. distinct.Select(kind => points.Count(point => point == kind))];
    }

    public static double Ratio(string other, string name) => new NameSimilarity(name).RatioOf(other);

    public double RatioOf(string other) => RatioOf(CodePoints(other));

    /// <summary>The ratio if it is <paramref name="floor"/> or more; null, mostly at once, if not.</summary>
    public double? RatioOf(string other, double floor)
    {
        var theirs = CodePoints(other);
        var shorter = Math.Min(theirs.Length, points.Length);
        if (Ratio(shorter, theirs) < floor || Ratio(SharedCharacters(theirs), theirs) < floor)
        {
            return null;
        }

        var ratio = RatioOf(theirs);
        return ratio < floor ? null : ratio;
    }

    private double RatioOf(int[] theirs)
    {
        var matches = 0;
        var open = new Stack<Section>([new Section(0, theirs.Length, 0, points.Length)]);
        while (open.TryPop(out var section))
        {
            var block = LongestBlock(theirs, section);
            if (block.Length > 0)
            {
                matches += block.Length;
                open.Push(section with { TheirEnd = block.Theirs, OurEnd = block.Ours });
                open.Push(section with { TheirStart = block.TheirEnd, OurStart = block.OurEnd });
            }
        }

        return Ratio(matches, theirs);
    }

    private double Ratio(int matches, int[] theirs)
    {
        var length = points.Length + theirs.Length;
        return length == 0 ? 1.0 : 2.0 * matches / length;
    }

    /// <summary>No order of characters can match more of them than both have.</summary>
    private int SharedCharacters(int[] theirs)
    {
        var left = (int[])counts.Clone();
        var shared = 0;
        foreach (var point in theirs)
        {
            shared += kinds.TryGetValue(point, out var kind) && left[kind]-- > 0 ? 1 : 0;
        }

        return shared;
    }

    private Block LongestBlock(int[] theirs, Section section)
    {
        var best = new Block(section.TheirStart, section.OurStart, 0);
        var ending = new int[points.Length + 1]; // [i + 1]: how long the match is that ends with our i
        var next = new int[points.Length + 1];
        for (var at = section.TheirStart; at < section.TheirEnd; at++)
        {
            Array.Clear(next);
            foreach (var place in places.GetValueOrDefault(theirs[at], []))
            {
                if (place >= section.OurStart && place < section.OurEnd)
                {
                    var length = next[place + 1] = ending[place] + 1;
                    best = length > best.Length ? Block.EndingAt(at, place, length) : best;
                }
            }

            (ending, next) = (next, ending);
        }

        return Extended(best, theirs, section);
    }

    /// <summary>Popular characters start no match, but they do prolong one.</summary>
    private Block Extended(Block block, int[] theirs, Section section)
    {
        while (block.Theirs > section.TheirStart && block.Ours > section.OurStart
            && theirs[block.Theirs - 1] == points[block.Ours - 1])
        {
            block = new Block(block.Theirs - 1, block.Ours - 1, block.Length + 1);
        }

        while (block.TheirEnd < section.TheirEnd && block.OurEnd < section.OurEnd
            && theirs[block.TheirEnd] == points[block.OurEnd])
        {
            block = block with { Length = block.Length + 1 };
        }

        return block;
    }

    private static Dictionary<int, int[]> PlacesOfCharacters(int[] points)
    {
        var most = points.Length >= ShortestWithPopularCharacters ? (points.Length / 100) + 1 : points.Length;
        return points.Index()
            .GroupBy(one => one.Item, one => one.Index)
            .Where(group => group.Count() <= most)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>As Python counts: a surrogate pair is one character, half a pair is one as well.</summary>
    private static int[] CodePoints(string text)
    {
        var found = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            found.Add(isPair ? char.ConvertToUtf32(text[at], text[++at]) : text[at]);
        }

        return [.. found];
    }

    /// <summary>What lies between two matches, in both names.</summary>
    private readonly record struct Section(int TheirStart, int TheirEnd, int OurStart, int OurEnd);

    private readonly record struct Block(int Theirs, int Ours, int Length)
    {
        public int TheirEnd => Theirs + Length;

        public int OurEnd => Ours + Length;

        public static Block EndingAt(int theirs, int ours, int length) =>
            new(theirs - length + 1, ours - length + 1, length);
    }
}
