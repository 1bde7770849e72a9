using System.Net;
using Kappa.Tenant;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

/// <summary>Kandji does not keep names unique: a create that is sent twice makes two apps.</summary>
internal sealed class RestTenantCreateTests
{
    private static readonly int[] ServerFaults = [500, 502, 504];

    private static IEnumerable<TestCaseData> LostAnswers =>
    [
        .. ServerFaults.Select(status =>
            Some.Case(ServerReply.Text(status, ""), $"{status}")),
        Some.Case(ServerReply.HangUp, "closed after the request"),
        Some.Case(ServerReply.Reset, "reset"),
        Some.Case(ServerReply.Truncated(201, Some.AppJson()), "cut short"),
        Some.Case(ServerReply.Text(201, "<html>A proxy</html>"), "HTML"),
        Some.Case(ServerReply.Text(201, ""), "nothing"),
        Some.Case(ServerReply.Json(201, """{"id": "a1"}"""), "an app without a name"),
        Some.Case(ServerReply.Json(201, "[]"), "a list"),
    ];

    [TestCaseSource(nameof(LostAnswers))]
    public async Task Is_sent_once_and_reported_as_perhaps_done_after(ServerReply lost)
    {
        await using var server = new ScriptedServer(lost, Some.AppReply(201));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That((problem.MayHaveHappened, tenant.Calls), Is.EqualTo((true, 1)));
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Is_sent_again_when_it_was_turned_away(int status)
    {
        await using var server = new ScriptedServer(
            ServerReply.Text(status, ""), ServerReply.Text(status, ""), Some.AppReply(201, "a9"));
        using var tenant = Some.RestTenant(server);

        var app = await tenant.CreateAsync(Some.AppFields(), CancellationToken.None);

        Assert.That((app.Id.Value, tenant.Calls), Is.EqualTo(("a9", 3)));
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Certainly_did_not_happen_when_it_was_turned_away_to_the_end(int status)
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(ServerReply.Text(status, ""), 20)]);
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That((problem.MayHaveHappened, problem.Status), Is.EqualTo((false, (HttpStatusCode?)status)));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(302)]
    public async Task Certainly_did_not_happen_when_it_was_refused(int status)
    {
        await using var server = new ScriptedServer(ServerReply.Text(status, "", "Location: /elsewhere"));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That((problem.MayHaveHappened, tenant.Calls), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task Is_tried_again_when_there_was_no_connection_and_certainly_did_not_happen()
    {
        var server = new ScriptedServer();
        using var tenant = Some.RestTenant(server);
        await server.DisposeAsync();

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That((problem.MayHaveHappened, tenant.Calls), Is.EqualTo((false, 8)));
    }

    [Test]
    public async Task May_have_happened_when_no_answer_comes_in_time()
    {
        var clock = new LimitClock();
        await using var server = new ScriptedServer(ServerReply.Silence);
        using var tenant = Some.RestTenant(server, clock);

        var creating = Thrown.ByAsync<TenantException>(() => tenant.CreateAsync(Some.AppFields(), default));
        await server.ArrivalAsync();
        clock.ExpireLimits();
        var problem = await creating;

        Assert.That((problem.MayHaveHappened, problem.What), Is.EqualTo((
            true, $"{server.Address} did not answer POST library/custom-apps: no answer in time.")));
    }

    [Test]
    public async Task A_read_never_counts_as_perhaps_done()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(ServerReply.HangUp, 20)]);
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(() => tenant.ReadCategoriesAsync(default));

        Assert.That(problem.MayHaveHappened, Is.False);
    }
}
