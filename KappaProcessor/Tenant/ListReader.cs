using System.Net;

namespace Kappa.Tenant;

/// <summary>
/// Reads all pages of a list: the first, then several at a time where the first tells how they are numbered.
/// What the pages themselves say of the next one decides; the numbers are only where to look ahead.
/// </summary>
/// <param name="access">The only tenant that a page may be at.</param>
/// <param name="errors">What is said when a page is none.</param>
/// <param name="send">Sends a request, again where that helps.</param>
internal sealed class ListReader(
    TenantAccess access, TenantErrors errors, Func<TenantRequest, CancellationToken, Task<TenantAnswer>> send)
{
    /// <summary>Enough to hide the way to the tenant, too few to be taken for an attack.</summary>
    private const int AtOnce = 4;

    public async Task<IReadOnlyList<ReadPage>> ReadAsync(TenantRequest list, CancellationToken cancel)
    {
        var first = await ReadPageAsync(list, cancel);
        List<ReadPage> pages = [first];
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
    public async Task<ReadPage> ReadPageAsync(TenantRequest request, CancellationToken cancel)
    {
        var answer = await send(request, cancel);
        return answer.IsSuccess ? Parse(request, answer) : throw errors.Failure(request, answer);
    }

    /// <summary>
    /// As many pages after the first as follow one upon the other; the list may have grown or shrunk meanwhile.
    /// </summary>
    private async Task<IEnumerable<ReadPage>> LookAheadAsync(
        ReadPage first, TenantRequest second, CancellationToken cancel)
    {
        var paths = NumberedPages.After(first.Page, second.Path);
        var found = new ReadPage?[paths.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, paths.Count, options, async (at, stop) =>
            found[at] = await FindPageAsync(second with { Path = paths[at] }, stop));

        var expected = second.Path;
        List<ReadPage> following = [];
        foreach (var page in found.TakeWhile(page => page is not null && page.Request.Path == expected))
        {
            following.Add(page!);
            expected = Next(page!)?.Path;
        }

        return following;
    }

    /// <summary>Null when there is no such page any more.</summary>
    private async Task<ReadPage?> FindPageAsync(TenantRequest request, CancellationToken cancel)
    {
        var answer = await send(request, cancel);
        return answer switch
        {
            { IsSuccess: true } => Parse(request, answer),
            { Status: HttpStatusCode.NotFound } => null,
            _ => throw errors.Failure(request, answer),
        };
    }

    private ReadPage Parse(TenantRequest request, TenantAnswer answer) => new(
        request, answer, ListPage.TryParse(answer.Json) ?? throw errors.Unreadable(request, answer));

    /// <summary>Null after the last page.</summary>
    private TenantRequest? Next(ReadPage page)
    {
        if (page.Page.Next is not { } next)
        {
            return null;
        }

        var root = access.Address.ApiRoot;
        return Uri.TryCreate(page.Request.Url(root), next, out var url) && access.Address.Covers(url)
            ? page.Request with { Path = root.MakeRelativeUri(url).ToString() }
            : throw errors.ForeignPage(page.Request, url);
    }
}
