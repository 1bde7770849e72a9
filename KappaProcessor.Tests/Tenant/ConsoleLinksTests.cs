using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

internal sealed class ConsoleLinksTests
{
    private static readonly AppId App = new("03fd3564-1e29");

    [TestCase("acme.api.kandji.io", "UNSTARTED", "https://acme.kandji.io/library/custom-apps/03fd3564-1e29")]
    [TestCase("acme.api.eu.kandji.io", "UNSTARTED", "https://acme.eu.kandji.io/library/custom-apps/03fd3564-1e29")]
    [TestCase("acme.api.kandji.io", "STARTED", "https://acme.iru.com/library/custom-apps/03fd3564-1e29")]
    [TestCase("acme.api.eu.kandji.io", "COMPLETED", "https://acme.iru.com/library/custom-apps/03fd3564-1e29")]
    public async Task A_link_leads_to_where_the_console_has_moved(string api, string status, string link)
    {
        await using var gateway = new ScriptedServer(Status(status));
        using var links = Links(api, gateway);

        var app = await links.AppLinkAsync(App, CancellationToken.None);

        Assert.That(app.AbsoluteUri, Is.EqualTo(link));
    }

    [TestCase("acme.api.iru.com", "https://acme.iru.com/library/custom-apps/03fd3564-1e29")]
    [TestCase("acme.api.eu.iru.com", "https://acme.iru.com/library/custom-apps/03fd3564-1e29")]
    [TestCase("http://127.0.0.1:8080", "http://127.0.0.1:8080/library/custom-apps/03fd3564-1e29")]
    public async Task Nobody_is_asked_where_the_address_tells(string api, string link)
    {
        await using var gateway = new ScriptedServer();
        using var links = Links(api, gateway);

        var app = await links.AppLinkAsync(App, CancellationToken.None);

        Assert.That((app.AbsoluteUri, gateway.Requests.Count), Is.EqualTo((link, 0)));
    }

    [Test]
    public async Task The_question_is_asked_once_and_without_the_token()
    {
        await using var gateway = new ScriptedServer(Status("STARTED"));
        using var links = Links("acme.api.kandji.io", gateway);

        await links.AppLinkAsync(App, CancellationToken.None);
        await links.AppLinkAsync(App, CancellationToken.None);

        Assert.That(gateway.Requests.Single().Head, Is.EqualTo(
            "GET /main-backend/app/v1/company/auth-migration-status HTTP/1.1\r\n"
            + $"Host: {gateway.Root.Authority}\r\n"
            + $"User-Agent: {Some.UserAgent}\r\n"
            + "Accept: application/json\r\n\r\n"));
    }

    [Test]
    public async Task Nothing_is_asked_before_a_link_is_needed()
    {
        await using var gateway = new ScriptedServer();

        using var links = Links("acme.api.kandji.io", gateway);

        Assert.That(gateway.Requests, Is.Empty);
    }

    private static IEnumerable<TestCaseData> Useless =>
    [
        Some.Case(ServerReply.Text(500, ""), "500"),
        Some.Case(ServerReply.Text(200, "<html>tenantNotFound</html>"), "a page of a proxy"),
        Some.Case(ServerReply.Text(200, "x", "Content-Type: text/plain; charset=none"), "an odd charset"),
        Some.Case(ServerReply.Json(200, """["tenantNotFound"]"""), "a list"),
        Some.Case(ServerReply.Json(200, """{"auth_migration_status": 7}"""), "a number"),
        Some.Case(ServerReply.Json(200, """{"note": "no tenantNotFound here"}"""), "a mention"),
        Some.Case(ServerReply.Text(302, "", "Location: https://evil.example/"), "a redirect"),
        Some.Case(ServerReply.HangUp, "no answer"),
    ];

    [TestCaseSource(nameof(Useless))]
    public async Task The_old_host_is_kept_after(ServerReply useless)
    {
        await using var gateway = new ScriptedServer(useless);
        using var links = Links("acme.api.kandji.io", gateway);

        var app = await links.AppLinkAsync(App, CancellationToken.None);

        Assert.That(app.Host, Is.EqualTo("acme.kandji.io"));
    }

    [Test]
    public async Task Nobody_waits_longer_than_five_seconds_for_a_link()
    {
        var clock = new SkippingClock();
        await using var gateway = new ScriptedServer(ServerReply.Silence);
        using var links = new ConsoleLinks(
            TenantAddress.Parse("acme.api.kandji.io"), new RerouteHandler(gateway.Root), clock, Some.NoLog());

        var app = await links.AppLinkAsync(App, CancellationToken.None);

        Assert.That(app.Host, Is.EqualTo("acme.kandji.io"));
        Assert.That(clock.Waits, Is.EqualTo([TimeSpan.FromSeconds(5)]));
    }

    [TestCase("""{"error": "tenantNotFound"}""")]
    [TestCase("""{"code": "tenantNotFound", "message": "?"}""")]
    public async Task A_tenant_that_does_not_exist_is_an_error(string body)
    {
        await using var gateway = new ScriptedServer(ServerReply.Json(404, body));
        using var links = Links("acme.api.kandji.io", gateway);

        var problem = await Thrown.ByAsync<KappaException>(
            () => links.AppLinkAsync(App, CancellationToken.None));

        Assert.That(problem.What, Is.EqualTo(
            "The API URL acme.api.kandji.io names no tenant that Kandji knows."));
    }

    private static ServerReply Status(string word) =>
        ServerReply.Json(200, $$"""{"auth_migration_status": "{{word}}"}""");

    private static ConsoleLinks Links(string api, ScriptedServer gateway) => new(
        TenantAddress.Parse(api), new RerouteHandler(gateway.Root), TimeProvider.System, Some.NoLog());
}
