using System.Net;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;
using NLog;
using Polly;

namespace Kappa.Tenant;

/// <summary>The tenant over its REST API.</summary>
internal sealed class RestTenant(TenantAccess access, TimeProvider clock, ILogger log) : ITenant, IDisposable
{
    private readonly TenantConnection connection = new(access, clock, log);
    private readonly TenantResilience resilience = new(access, clock, log);
    private readonly TenantErrors errors = new(access);

    /// <summary>Requests sent so far, repeated ones included.</summary>
    public int Calls => connection.Calls;

    public async Task<Library> ReadLibraryAsync(CancellationToken cancel)
    {
        var listing = await ReadAppsAsync(cancel);

        // An app that is deleted meanwhile pulls another one from the next page to the page already read.
        // Overlooked, that one would be created a second time.
        if (listing is { Pages: > 1 } && listing.Entries.Count < listing.Count)
        {
            log.Debug("The list of apps changed while it was read; reading it again.");
            listing = await ReadAppsAsync(cancel);
        }

        if (listing.Entries.Count < listing.Count)
        {
            log.Warn($"{access.Address} counts {listing.Count} apps but lists {listing.Entries.Count}; "
                + "one may be overlooked.");
        }

        return new Library(listing.Entries);
    }

    public async Task<LibraryStart> ReadLibraryStartAsync(CancellationToken cancel)
    {
        var page = await Lists(CustomApp.Parse).ReadPageAsync(TenantRequests.ListApps(), cancel);
        return new LibraryStart(page.Entries, page.Count ?? page.Entries.Count);
    }

    public Task<CustomApp> ReadAppAsync(AppId id, CancellationToken cancel) =>
        SendAsync(TenantRequests.ReadApp(id), CustomApp.Parse, cancel);

    public async Task<IReadOnlyList<SelfServiceCategory>> ReadCategoriesAsync(CancellationToken cancel) =>
        (await ReadListAsync(TenantRequests.ListCategories(), SelfServiceCategory.Parse, cancel)).Entries;

    public async Task<IReadOnlyList<Blueprint>> ReadBlueprintsAsync(CancellationToken cancel) =>
        (await ReadListAsync(TenantRequests.ListBlueprints(), Blueprint.Parse, cancel)).Entries;

    public Task<UploadTicket> RequestUploadAsync(string fileName, CancellationToken cancel) =>
        SendAsync(TenantRequests.RequestUpload(fileName), UploadTicket.Parse, cancel);

    public Task<CustomApp> CreateAsync(CustomAppFields fields, CancellationToken cancel) =>
        SendAsync(TenantRequests.Create(fields), CustomApp.Parse, cancel);

    public Task<CustomApp> UpdateAsync(AppId id, CustomAppFields fields, CancellationToken cancel) =>
        SendAsync(TenantRequests.Update(id, fields), CustomApp.Parse, cancel);

    public async Task AssignAsync(BlueprintAssignment assignment, AppId app, CancellationToken cancel)
    {
        var request = TenantRequests.Assign(assignment, app);
        var answer = await SendAsync(request, cancel);
        if (!answer.IsSuccess && !IsAssignedAlready(answer))
        {
            throw errors.Failure(request, answer);
        }

        if (answer is { IsSuccess: true, IsForeign: true })
        {
            throw errors.Unreadable(request, answer);
        }
    }

    public async Task<ProbeAnswer> ProbeAsync(TenantProbe probe, CancellationToken cancel)
    {
        var request = probe.Request;
        var answer = await SendAsync(resilience.Once(), request, cancel);
        var verdict = probe.Judge(answer);
        return new ProbeAnswer(request.Permission, verdict)
        {
            Problem = verdict switch
            {
                ProbeVerdict.Permitted => null,
                ProbeVerdict.Unclear when answer.IsSuccess => probe.Refusals.Count > 0
                    ? errors.NotRefused(request, answer)
                    : errors.Unreadable(request, answer),
                _ => errors.Failure(request, answer),
            },
        };
    }

    public void Dispose() => connection.Dispose();

    private async Task<Listing<CustomApp>> ReadAppsAsync(CancellationToken cancel)
    {
        var listing = await ReadListAsync(TenantRequests.ListApps(), CustomApp.Parse, cancel);
        return listing with { Entries = [.. listing.Entries.DistinctBy(app => app.Id)] };
    }

    private async Task<Listing<T>> ReadListAsync<T>(
        TenantRequest list, Func<JObject, T> parse, CancellationToken cancel)
    {
        var pages = await Lists(parse).ReadAsync(list, cancel);
        return new Listing<T>(
            [.. pages.SelectMany(page => page.Entries)], pages.Max(page => page.Count ?? 0), pages.Count);
    }

    private ListReader<T> Lists<T>(Func<JObject, T> parse) => new(access, errors, SendAsync, parse);

    private async Task<T> SendAsync<T>(
        TenantRequest request, Func<JObject, T> parse, CancellationToken cancel)
    {
        var answer = await RequireAsync(request, cancel);
        return answer.Json is JObject json
            ? errors.Parsed(request, answer, () => parse(json))
            : throw errors.Unreadable(request, answer);
    }

    private async Task<TenantAnswer> RequireAsync(TenantRequest request, CancellationToken cancel)
    {
        var answer = await SendAsync(request, cancel);
        return answer.IsSuccess ? answer : throw errors.Failure(request, answer);
    }

    private Task<TenantAnswer> SendAsync(TenantRequest request, CancellationToken cancel) =>
        SendAsync(resilience.For(request), request, cancel);

    private async Task<TenantAnswer> SendAsync(
        ResiliencePipeline<TenantAnswer> pipeline, TenantRequest request, CancellationToken cancel) =>
        await pipeline.ExecuteAsync(
            async attempt =>
            {
                var answer = await connection.SendAsync(request, attempt);

                // RestSharp makes an answer of a cancelled request as well.
                cancel.ThrowIfCancellationRequested();
                return answer;
            },
            cancel);

    // Kandji API, "Assign Library Item": 400 "Library Item already exists on Blueprint", or "in Assignment
    // Node".
    private static bool IsAssignedAlready(TenantAnswer answer) =>
        answer.Status == HttpStatusCode.BadRequest
        && answer.Body.Contains("already exists", StringComparison.OrdinalIgnoreCase);
}
