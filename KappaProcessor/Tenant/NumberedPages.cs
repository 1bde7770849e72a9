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
    /// <param name="count">How many entries the list has; null when the tenant does not tell.</param>
    /// <param name="onFirst">How many of them are on the first page.</param>
    /// <param name="second">The path that the first page's link to the next one leads to.</param>
    public static IReadOnlyList<string> After(long? count, int onFirst, string second)
    {
        if (count is not { } all || onFirst == 0 || Number().Count(second) != 1)
        {
            return [];
        }

        var pages = (all + onFirst - 1) / onFirst;
        return pages is > 2 and <= Most
            ? [.. Enumerable.Range(2, (int)pages - 1)
                .Select(page => Number().Replace(second, page.ToString(CultureInfo.InvariantCulture)))]
            : [];
    }

    [GeneratedRegex("(?<=[?&]page=)2(?=&|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
