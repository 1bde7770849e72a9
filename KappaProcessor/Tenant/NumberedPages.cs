using System.Globalization;
using System.Text.RegularExpressions;

namespace Kappa.Tenant;

/// <summary>
/// Lists whose pages have numbers (Kandji API: <c>?page=2</c>): where a page is need not be read in the one
/// before it.
/// </summary>
internal static partial class NumberedPages
{
    /// <summary>With 300 entries a page more than any tenant has.</summary>
    public const int Most = 1000;

    /// <summary>Where the second page and all after it should be; empty when nothing can be told.</summary>
    /// <param name="first">The first page.</param>
    /// <param name="second">The path that its link to the next one leads to.</param>
    public static IReadOnlyList<string> After(ListPage first, string second)
    {
        if (first.Count is not { } count || first.Entries.Count == 0 || Number().Count(second) != 1)
        {
            return [];
        }

        var pages = (count + first.Entries.Count - 1) / first.Entries.Count;
        return pages is > 2 and <= Most
            ? [.. Enumerable.Range(2, (int)pages - 1)
                .Select(page => Number().Replace(second, page.ToString(CultureInfo.InvariantCulture)))]
            : [];
    }

    [GeneratedRegex("(?<=[?&]page=)2(?=&|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
