using System.Net;
using Newtonsoft.Json.Linq;

namespace Kappa.Tenant;

/// <summary>
/// Reads all pages of a list: the first, then several at a time where the first tells how they are numbered.
/// What the pages themselves say of the next one decides; the numbers are only where to look ahead.
/// </summary>
/// <param name="access">The only tenant that a page may be at.</param>
/// <param name="errors">What is said when a page is none.</param>
/// <param name="send">Sends a request, again where that helps.</param>
/// <param name="parse">Makes something of an entry.</param>
internal sealed class ListReader<T>(
    TenantAccess access,
    TenantErrors errors,
    Func<TenantRequest, CancellationToken, Task<TenantAnswer>> send,
    Func<JObject, T> parse)
{
    /// <summary>Enough to hide the way to the tenant, too few to be taken for an attack.</summary>
    private const int AtOnce = 4;

    public async Task<IReadOnlyList<ReadPage<T>>> ReadAsync(TenantRequest list, CancellationToken cancel)
    {
        var first = await ReadPageAsync(list, cancel);
        List<ReadPage<T>> pages = [first];
        if (Next(first) is { } second)
        {
            pages.AddRange(await LookAheadAsync(first, second, cancel));
        }

        var asked = pages.Select(page => page.Request.Path).ToHashSet();
        while (Next(pages[^1]) is { } next)
        {
            if (asked.Count >= NumberedPages.Most || !asked.Add(next.Path))
            {
                throw errors.EndlessList(list);
            }

            pages.Add(await ReadPageAsync(next, cancel));
        }

        return pages;
    }

    /// <summary>The first page, whatever follows.</summary>
    public async Task<ReadPage<T>> ReadPageAsync(TenantRequest request, CancellationToken cancel)
    {
        var answer = await send(request, cancel);
        return answer.IsSuccess ? Parse(request, answer) : throw errors.Failure(request, answer);
    }

    /// <summary>
    /// As many pages after the first as follow one upon the other; the list may have grown or shrunk meanwhile.
    /// </summary>
    private async Task<IEnumerable<ReadPage<T>>> LookAheadAsync(
        ReadPage<T> first, TenantRequest second, CancellationToken cancel)
    {
        var paths = NumberedPages.After(first.Count, first.Entries.Count, second.Path);
        var found = new ReadPage<T>?[paths.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, paths.Count, options, async (at, stop) =>
            found[at] = await FindPageAsync(second with { Path = paths[at] }, stop));

        var expected = second.Path;
        List<ReadPage<T>> following = [];
        foreach (var page in found.TakeWhile(page => page is not null && page.Request.Path == expected))
        {
            following.Add(page!);
            expected = Next(page!)?.Path;
        }

        return following;
    }

    /// <summary>Null when there is no such page any more.</summary>
    private async Task<ReadPage<T>?> FindPageAsync(TenantRequest request, CancellationToken cancel)
    {
        var answer = await send(request, cancel);
        return answer switch
        {
            { IsSuccess: true } => Parse(request, answer),
            { Status: HttpStatusCode.NotFound } => null,
            _ => throw errors.Failure(request, answer),
        };
    }

    private ReadPage<T> Parse(TenantRequest request, TenantAnswer answer)
    {
        var page = ListPage.TryParse(answer.Json) ?? throw errors.Unreadable(request, answer);
        return new ReadPage<T>(
            request,
            [.. page.Entries.Select(entry => errors.Parsed(request, answer, () => parse(entry)))],
            page.Count,
            page.Next);
    }

    /// <summary>Null after the last page.</summary>
    private TenantRequest? Next(ReadPage<T> page)
    {
        if (page.Next is not { } next)
        {
            return null;
        }

        var root = access.Address.ApiRoot;
        return Uri.TryCreate(page.Request.Url(root), next, out var url) && access.Address.Covers(url)
            ? page.Request with { Path = root.MakeRelativeUri(url).ToString() }
            : throw errors.ForeignPage(page.Request, url);
    }
}
