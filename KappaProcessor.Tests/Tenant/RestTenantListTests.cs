using Kappa.Tenant;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

internal sealed class RestTenantListTests
{
    [Test]
    public async Task Follows_the_pages_to_the_last_one()
    {
        await using var server = new ScriptedServer(
            Page("?page=2", "a"), Page("?page=3", "b"), Page(null, "c"));
        using var tenant = Some.RestTenant(server);

        var library = await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(library.Apps.Select(app => app.Id.Value), Is.EqualTo(["a", "b", "c"]));
    }

    [TestCase("/api/v1/library/custom-apps?page=2", "?page=2", TestName = "A path")]
    [TestCase("?page=2", "?page=2", TestName = "A query alone")]
    [TestCase("/api/v1/library/custom-apps?page=2&x=a%20b%2Bc&y", "?page=2&x=a%20b%2Bc&y", TestName = "An odd query")]
    public async Task Takes_the_link_to_the_next_page_as_it_is(string next, string query)
    {
        await using var server = new ScriptedServer(Page(next, "a"), Page(null, "b"));
        using var tenant = Some.RestTenant(server);

        await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(server.Requests[1].Line, Is.EqualTo($"GET /api/v1/library/custom-apps{query} HTTP/1.1"));
    }

    [Test]
    public async Task A_host_that_is_too_long_to_read_is_cut_in_the_error()
    {
        await using var server = new ScriptedServer(Page($"x-{new string('x', 30_000)}://a/", "a"));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(() => tenant.ReadLibraryAsync(default));

        Assert.That(problem.Message, Has.Length.LessThan(1000));
    }

    [Test]
    public async Task Takes_an_absolute_link_to_the_tenant_itself()
    {
        await using var server = new ScriptedServer();
        server.Add(Page($"{server.Root}api/v1/library/custom-apps?page=2", "a"), Page(null, "b"));
        using var tenant = Some.RestTenant(server);

        var library = await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(library.Apps, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Never_follows_a_page_to_another_host()
    {
        await using var thief = new ScriptedServer(Page(null, "b"));
        await using var server = new ScriptedServer(
            Page($"{thief.Root}api/v1/library/custom-apps?page=2", "a"));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadLibraryAsync(CancellationToken.None));

        Assert.That(problem.What, Does.Contain(server.Root.AbsoluteUri).And.Contain(thief.Root.AbsoluteUri));
        Assert.That(thief.Requests, Is.Empty);
    }

    [TestCase("https://127.0.0.1/x", "https://127.0.0.1/", TestName = "A next page with another scheme and port")]
    [TestCase("//evil.example/x", "http://evil.example/", TestName = "A next page with the host alone")]
    [TestCase("http://127.0.0.1@evil.example/x", "http://evil.example/", TestName = "A next page with the tenant as a user")]
    [TestCase("http://[", "an address that is none", TestName = "A next page that is no address")]
    public async Task Never_follows_a_page_that_only_looks_like_the_tenant_s(string next, string shown)
    {
        await using var server = new ScriptedServer(Page(next, "a"));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadLibraryAsync(CancellationToken.None));

        Assert.That(problem.What, Does.EndWith($"goes on at {shown}."));
    }

    [TestCase("?page=2", TestName = "A page that is its own next one")]
    [TestCase("/api/v1/library/custom-apps", TestName = "A page that leads back to the first")]
    public async Task Pages_that_lead_in_a_circle_are_an_error(string next)
    {
        await using var server = new ScriptedServer(Page("?page=2", "a"), Page(next, "b"));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadLibraryAsync(CancellationToken.None));

        Assert.That(problem.What, Does.Contain("lead in a circle"));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_list_that_grows_with_every_page_ends_in_an_error()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Range(2, 1100).Select(page => Page($"?page={page}", $"{page}"))]);
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadLibraryAsync(CancellationToken.None));

        Assert.That(problem.What, Does.Contain("never ends"));
        Assert.That(server.Requests, Has.Count.EqualTo(1000));
    }

    [Test]
    public async Task An_app_that_moves_to_the_next_page_meanwhile_is_listed_once()
    {
        await using var server = new ScriptedServer(Page("?page=2", "a", "b"), Page(null, "b", "c"));
        using var tenant = Some.RestTenant(server);

        var library = await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(library.Apps.Select(app => app.Id.Value), Is.EqualTo(["a", "b", "c"]));
    }

    [Test]
    public async Task A_list_that_shrank_between_two_pages_is_read_again()
    {
        await using var server = new ScriptedServer(
            Counted(4, "?page=2", "deleted", "a"), Counted(3, null, "c"),
            Counted(3, "?page=2", "a", "b"), Counted(3, null, "c"));
        using var tenant = Some.RestTenant(server);

        var library = await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(library.Apps.Select(app => app.Id.Value), Is.EqualTo(["a", "b", "c"]));
    }

    [Test]
    public async Task A_tenant_that_counts_more_than_it_lists_is_believed_with_a_warning()
    {
        using var log = new CapturedLog();
        await using var server = new ScriptedServer(Counted(2, null, "a"));
        using var tenant = Some.RestTenant(server, log: log.Log);

        await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(log.Lines, Has.One.StartsWith("Warn").And.One.Contains("counts 2 apps but lists 1"));
    }

    [Test]
    public async Task Categories_are_a_list_without_pages()
    {
        await using var server = new ScriptedServer(
            ServerReply.Json(200, """[{"id": "c1", "name": "Apps"}]"""));
        using var tenant = Some.RestTenant(server);

        var categories = await tenant.ReadCategoriesAsync(CancellationToken.None);

        Assert.That(categories.Single().Name, Is.EqualTo("Apps"));
    }

    [Test]
    public async Task Blueprints_are_read_to_the_last_page()
    {
        await using var server = new ScriptedServer(
            ServerReply.Json(200, Some.PageJson("?offset=300", 2, """{"id": "b1", "name": "One", "type": "map"}""")),
            ServerReply.Json(200, Some.PageJson(null, 2, """{"id": "b2", "name": "Two"}""")));
        using var tenant = Some.RestTenant(server);

        var blueprints = await tenant.ReadBlueprintsAsync(CancellationToken.None);

        Assert.That(
            blueprints.Select(one => (one.Name, one.IsMap)), Is.EqualTo([("One", true), ("Two", false)]));
    }

    [TestCase("""{"results": "none"}""", TestName = "Results that are no array")]
    [TestCase("""{"results": [1, 2]}""", TestName = "Results that are no objects")]
    [TestCase("""{"results": [], "next": 7}""", TestName = "A next page that is a number")]
    [TestCase("""{"apps": []}""", TestName = "No results")]
    [TestCase("\"apps\"", TestName = "A text")]
    public async Task A_list_that_is_none_is_an_error(string body)
    {
        await using var server = new ScriptedServer(ServerReply.Json(200, body));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadLibraryAsync(CancellationToken.None));

        Assert.That(problem.What, Does.Contain("not what the API documents"));
    }

    [Test]
    public async Task An_app_without_a_name_is_an_error_that_says_so()
    {
        await using var server = new ScriptedServer(ServerReply.Json(200, """{"results": [{"id": "a1"}]}"""));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadLibraryAsync(CancellationToken.None));

        Assert.That(problem.What, Does.Contain("GET library/custom-apps").And.Contain("\"name\" is missing"));
    }

    [Test]
    public async Task Each_page_is_one_line_in_the_log()
    {
        using var log = new CapturedLog();
        await using var server = new ScriptedServer(Page("?page=2", "a", "b"), Page(null, "c"));
        using var tenant = Some.RestTenant(server, log: log.Log);

        await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(log.Lines, Is.EqualTo([
            "Debug GET library/custom-apps → 200 OK, 0 ms, 2 apps",
            "Debug GET library/custom-apps?page=2 → 200 OK, 0 ms, 1 apps",
        ]));
    }

    private static ServerReply Page(string? next, params string[] ids) => Counted(0, next, ids);

    private static ServerReply Counted(int count, string? next, params string[] ids) =>
        ServerReply.Json(200, Some.PageJson(next, count, [.. ids.Select(id => Some.AppJson(id))]));
}
