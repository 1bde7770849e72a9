using System.Globalization;
using System.Net;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>The two ways in which Kandji's lists are cut into pages of at most 300 entries.</summary>
internal static class Paging
{
    private const int LargestPage = 300;

    /// <summary>The number that <c>?page=</c> asks for, 1 without it; null when it is no number.</summary>
    public static int? PageNumber(SandboxRequest request) => Number(request, "page", absent: 1);

    /// <summary>By <c>?page=</c>, counted from 1.</summary>
    public static SandboxAnswer ByPage<T>(
        SandboxRequest request, IReadOnlyList<T> all, Func<T, JObject> entry)
    {
        var pages = Math.Max(1, (all.Count + LargestPage - 1) / LargestPage);
        if (PageNumber(request) is not { } page || page < 1 || page > pages)
        {
            return SandboxAnswer.Detail(HttpStatusCode.NotFound, "Invalid page.");
        }

        var next = page < pages ? request.LinkWith("page", page + 1) : null;
        var previous = page > 1 ? request.LinkWith("page", page == 2 ? null : page - 1) : null;
        var entries = all.Skip((page - 1) * LargestPage).Take(LargestPage).Select(entry);
        return Page(entries, (all.Count, next, previous));
    }

    /// <summary>By <c>?limit=</c> and <c>?offset=</c>; what is no number counts as not said.</summary>
    public static SandboxAnswer ByOffset<T>(
        SandboxRequest request, IReadOnlyList<T> all, Func<T, JObject> entry)
    {
        var wanted = Number(request, "limit", absent: LargestPage) ?? LargestPage;
        var limit = wanted is > 0 and <= LargestPage ? wanted : LargestPage;
        var offset = Math.Max(0, Number(request, "offset", absent: 0) ?? 0);

        var next = offset + limit < all.Count ? request.LinkWith("offset", offset + limit) : null;
        var previous = offset == 0
            ? null
            : request.LinkWith("offset", offset > limit ? offset - limit : null);
        return Page(all.Skip(offset).Take(limit).Select(entry), (all.Count, next, previous));
    }

    private static SandboxAnswer Page(
        IEnumerable<JObject> entries, (int Count, string? Next, string? Previous) around) =>
        SandboxAnswer.Json(HttpStatusCode.OK, new JObject
        {
            ["count"] = around.Count,
            ["next"] = around.Next,
            ["previous"] = around.Previous,
            ["results"] = new JArray(entries),
        });

    private static int? Number(SandboxRequest request, string name, int absent)
    {
        if (!request.Query.TryGetValue(name, out var text))
        {
            return absent;
        }

        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber ? number : null;
    }
}
