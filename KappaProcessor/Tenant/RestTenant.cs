using System.Net;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;
using NLog;
using Polly;

namespace Kappa.Tenant;

/// <summary>The tenant over its REST API.</summary>
internal sealed class RestTenant : ITenant, IDisposable
{
    private readonly TenantAccess access;
    private readonly ILogger log;
    private readonly TenantConnection connection;
    private readonly TenantResilience resilience;
    private readonly TenantErrors errors;
    private readonly ListReader lists;

    public RestTenant(TenantAccess access, TimeProvider clock, ILogger log)
    {
        (this.access, this.log) = (access, log);
        connection = new TenantConnection(access, clock, log);
        resilience = new TenantResilience(access, clock, log);
        errors = new TenantErrors(access);
        lists = new ListReader(access, errors, SendAsync);
    }

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
        var page = await lists.ReadPageAsync(TenantRequests.ListApps(), cancel);
        return new LibraryStart([.. Parsed(page, CustomApp.Parse)], page.Page.Count ?? page.Page.Entries.Count);
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
        var pages = await lists.ReadAsync(list, cancel);
        return new Listing<T>(
            [.. pages.SelectMany(page => Parsed(page, parse))],
            pages.Max(page => page.Page.Count ?? 0),
            pages.Count);
    }

    private IEnumerable<T> Parsed<T>(ReadPage page, Func<JObject, T> parse) =>
        page.Page.Entries.Select(entry => Parsed(page.Request, page.Answer, () => parse(entry)));

    private async Task<T> SendAsync<T>(
        TenantRequest request, Func<JObject, T> parse, CancellationToken cancel)
    {
        var answer = await RequireAsync(request, cancel);
        return answer.Json is JObject json
            ? Parsed(request, answer, () => parse(json))
            : throw errors.Unreadable(request, answer);
    }

    private T Parsed<T>(TenantRequest request, TenantAnswer answer, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (KappaException fault)
        {
            throw errors.NotAsDocumented(request, answer, fault);
        }
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
