using System.Net;
using Kappa.Tenant;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Tenant;

/// <summary>Lists of many pages, which are read several at a time.</summary>
internal sealed class ListReaderTests
{
    private readonly Dictionary<string, string> pages = [];
    private readonly List<string> asked = [];

    [Test]
    public async Task Pages_come_in_their_order_whichever_was_answered_first()
    {
        Lists(count: 5, ("", 2), ("?page=2", 3), ("?page=3", null));

        var read = await ReadAsync();

        Assert.That(Paths(read), Is.EqualTo(["", "?page=2", "?page=3"]));
        Assert.That(asked, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_pages_after_the_first_are_asked_for_at_the_same_time()
    {
        await using var server = new ScriptedServer(
            ServerReply.Json(200, Page(6, "?page=2")), ServerReply.Silence, ServerReply.Silence);
        using var tenant = Some.RestTenant(server);
        using var stop = new CancellationTokenSource();

        var reading = tenant.ReadLibraryAsync(stop.Token);
        for (var arrival = 0; arrival < 3; arrival++)
        {
            await server.ArrivalAsync();
        }

        Assert.That(
            server.Requests.Skip(1).Select(request => request.Line.Split(' ')[1].Split('?')[1]),
            Is.EquivalentTo(["page=2", "page=3"]));
        await stop.CancelAsync();
        Assert.That(() => reading, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_list_that_grew_meanwhile_is_followed_further()
    {
        Lists(count: 5, ("", 2), ("?page=2", 3), ("?page=3", 4), ("?page=4", null));

        Assert.That(Paths(await ReadAsync()), Is.EqualTo(["", "?page=2", "?page=3", "?page=4"]));
    }

    [Test]
    public async Task A_list_that_shrank_meanwhile_ends_where_it_says()
    {
        Lists(count: 8, ("", 2), ("?page=2", 3), ("?page=3", null));

        Assert.That(Paths(await ReadAsync()), Is.EqualTo(["", "?page=2", "?page=3"]));
    }

    [Test]
    public async Task Pages_that_lead_elsewhere_than_their_numbers_say_are_followed()
    {
        Lists(count: 6, ("", 2), ("?page=2", 7), ("?page=3", null), ("?page=7", null));

        Assert.That(Paths(await ReadAsync()), Is.EqualTo(["", "?page=2", "?page=7"]));
    }

    [Test]
    public async Task A_page_that_fails_is_a_failure_of_the_list()
    {
        Lists(count: 6, ("", 2), ("?page=2", 3), ("?page=3", null));
        pages["?page=3"] = "500";

        var problem = await Thrown.ByAsync<TenantException>(ReadAsync);

        Assert.That(problem.Message, Does.Contain("500"));
    }

    [Test]
    public async Task A_page_that_another_one_leads_to_must_be_there()
    {
        Lists(count: 6, ("", 2), ("?page=2", 3));

        var problem = await Thrown.ByAsync<TenantException>(ReadAsync);

        Assert.That(problem.Message, Does.Contain("404"));
    }

    [TestCase(900, "library?page=2", new[] { "library?page=2", "library?page=3" })]
    [TestCase(901, "l?page=2&x=y", new[] { "l?page=2&x=y", "l?page=3&x=y", "l?page=4&x=y" })]
    [TestCase(600, "library?page=2", new string[0], TestName = "A second page that is the last needs no looking ahead")]
    [TestCase(900, "library?offset=300", new string[0], TestName = "Pages without numbers")]
    [TestCase(900, "library?page=7", new string[0], TestName = "A second page of another number")]
    [TestCase(900, "l?page=2&page=2", new string[0], TestName = "Two numbers")]
    [TestCase(900_000_000, "library?page=2", new string[0], TestName = "More pages than any tenant has")]
    public void Numbers_tell_where_the_pages_are(long count, string second, string[] paths) =>
        Assert.That(NumberedPages.After(count, 300, second), Is.EqualTo(paths));

    private static IEnumerable<string> Paths(IEnumerable<ReadPage<string>> read) =>
        read.Select(page => page.Request.Path.Split("custom-apps")[1]);

    /// <summary>Of two apps each; what has no next one is the last.</summary>
    private void Lists(int count, params (string Path, int? Next)[] listed)
    {
        foreach (var (path, next) in listed)
        {
            pages[path] = Page(count, next is { } number ? $"?page={number}" : null);
        }
    }

    private static string Page(int count, string? next) =>
        Some.PageJson(next, count, Some.AppJson("a"), Some.AppJson("b"));

    private Task<IReadOnlyList<ReadPage<string>>> ReadAsync()
    {
        var access = Some.TenantAccess();
        return new ListReader<string>(access, new TenantErrors(access), AnswerAsync, app => (string)app["id"]!)
            .ReadAsync(TenantRequests.ListApps(), CancellationToken.None);
    }

    private Task<TenantAnswer> AnswerAsync(TenantRequest request, CancellationToken cancel)
    {
        lock (asked)
        {
            asked.Add(request.Path);
        }

        var body = pages.GetValueOrDefault(request.Path.Split("custom-apps")[1], "404");
        return Task.FromResult(body.Length == 3
            ? new TenantAnswer { Status = Enum.Parse<HttpStatusCode>(body) }
            : new TenantAnswer { Status = HttpStatusCode.OK, Body = body, Json = JObject.Parse(body) });
    }
}
