using System.Net;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

internal sealed class RestTenantRetryTests
{
    private static readonly AppId App = new("a1");
    private static readonly int[] TransientStatuses = [429, 500, 502, 503, 504];

    private static IEnumerable<TestCaseData> Troubles =>
    [
        .. TransientStatuses.Select(status =>
            Some.Case(ServerReply.Text(status, ""), $"{status}")),
        Some.Case(ServerReply.HangUp, "closed after the request"),
        Some.Case(ServerReply.Reset, "reset"),
        Some.Case(ServerReply.Truncated(200, Some.AppJson()), "cut short"),
        Some.Case(ServerReply.Text(200, "<html>A proxy</html>"), "HTML"),
        Some.Case(new ServerReply("not HTTP at all\r\n\r\n"u8.ToArray()) { Closes = true }, "garbage"),
    ];

    [TestCaseSource(nameof(Troubles))]
    public async Task A_read_gets_over(ServerReply trouble)
    {
        await using var server = new ScriptedServer(trouble, trouble, Some.AppReply());
        using var tenant = Some.RestTenant(server);

        var app = await tenant.ReadAppAsync(App, CancellationToken.None);

        Assert.That(app.Id, Is.EqualTo(App));
    }

    [TestCaseSource(nameof(Troubles))]
    public async Task An_update_gets_over(ServerReply trouble)
    {
        await using var server = new ScriptedServer(trouble, trouble, Some.AppReply());
        using var tenant = Some.RestTenant(server);

        await tenant.UpdateAsync(App, Some.AppFields(), CancellationToken.None);

        Assert.That(server.Requests, Has.Count.EqualTo(3).And.All.Property("Line").Contains("PATCH"));
    }

    [TestCaseSource(nameof(Troubles))]
    public async Task Leave_to_upload_is_asked_again_after(ServerReply trouble)
    {
        await using var server = new ScriptedServer(trouble, trouble, ServerReply.Json(
            201, """{"post_url": "https://s3.example/", "post_data": {"key": "k"}, "file_key": "k"}"""));
        using var tenant = Some.RestTenant(server);

        var ticket = await tenant.RequestUploadAsync("Foo.pkg", CancellationToken.None);

        Assert.That(ticket.FileKey, Is.EqualTo("k"));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(501)]
    public async Task What_cannot_get_better_is_asked_once(int status)
    {
        await using var server = new ScriptedServer(ServerReply.Text(status, ""));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadAppAsync(App, CancellationToken.None));

        Assert.That((problem.Status, tenant.Calls), Is.EqualTo(((HttpStatusCode?)status, 1)));
    }

    [Test]
    public async Task Gives_up_on_a_tenant_that_stays_down_within_a_minute_or_so()
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer([.. Enumerable.Repeat(ServerReply.Text(502, ""), 20)]);
        using var tenant = Some.RestTenant(server, clock);

        await Thrown.ByAsync<TenantException>(() => tenant.ReadAppAsync(App, CancellationToken.None));

        Assert.That(
            clock.GetUtcNow() - Some.Noon, Is.InRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(70)));
        Assert.That(server.Requests, Has.Count.EqualTo(8));
    }

    [Test]
    public async Task The_later_waits_are_longer_than_the_first()
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer([.. Enumerable.Repeat(ServerReply.Text(502, ""), 20)]);
        using var tenant = Some.RestTenant(server, clock);

        await Thrown.ByAsync<TenantException>(() => tenant.ReadAppAsync(App, CancellationToken.None));

        var waits = clock.Waits.Select(wait => wait.TotalSeconds).ToList();
        Assert.That(waits.TakeLast(3).Sum(), Is.GreaterThan(3 * waits.Take(3).Sum()));
    }

    [Test]
    public async Task A_page_that_is_no_JSON_is_asked_for_thrice_and_no_more()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(ServerReply.Text(200, "<html>Log in</html>"), 9)]);
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadAppAsync(App, CancellationToken.None));

        Assert.That((server.Requests.Count, problem.What), Is.EqualTo((
            3,
            $"{server.Address} answered GET library/custom-apps/a1 with something that is not what the API documents "
            + "(\"Log in\").")));
    }

    [TestCase("7", 7)]
    [TestCase("Thu, 15 Jan 2026 12:00:09 GMT", 9)]
    public async Task Waits_as_long_as_the_tenant_asks(string retryAfter, int seconds)
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer(
            ServerReply.Text(429, "", $"Retry-After: {retryAfter}"), Some.AppReply());
        using var tenant = Some.RestTenant(server, clock);

        await tenant.ReadAppAsync(App, CancellationToken.None);

        Assert.That(clock.Waits, Is.EqualTo([TimeSpan.FromSeconds(seconds)]));
    }

    [Test]
    public async Task Does_not_wait_for_longer_than_a_minute_but_says_how_long_to()
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer(ServerReply.Text(429, "", "Retry-After: 3600"));
        using var tenant = Some.RestTenant(server, clock);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadAppAsync(App, CancellationToken.None));

        Assert.That(problem.Remedy, Is.EqualTo("The tenant asks to wait 3,600 seconds; run again then."));
        Assert.That(clock.Waits, Is.Empty);
    }

    [Test]
    public async Task Each_retry_is_in_the_log_with_its_reason()
    {
        using var log = new CapturedLog();
        await using var server = new ScriptedServer(
            ServerReply.Text(503, "", "Retry-After: 2"), Some.AppReply());
        using var tenant = Some.RestTenant(server, log: log.Log);

        await tenant.ReadAppAsync(App, CancellationToken.None);

        Assert.That(log.Lines, Is.EqualTo([
            "Debug GET library/custom-apps/a1 → 503 ServiceUnavailable, 0 ms",
            "Debug GET library/custom-apps/a1: again in 2.0 s, after 503 ServiceUnavailable",
            "Debug GET library/custom-apps/a1 → 200 OK, 0 ms",
        ]));
    }

    [Test]
    public async Task An_attempt_without_an_answer_is_given_up_and_made_again()
    {
        var clock = new LimitClock();
        await using var server = new ScriptedServer(ServerReply.Silence, Some.AppReply());
        using var tenant = Some.RestTenant(server, clock);

        var reading = tenant.ReadAppAsync(App, CancellationToken.None);
        await server.ArrivalAsync();
        clock.ExpireLimits();

        Assert.That((await reading).Id, Is.EqualTo(App));
    }

    [Test]
    public async Task A_refused_connection_is_an_error_that_names_the_tenant()
    {
        var server = new ScriptedServer();
        var address = server.Address;
        using var tenant = Some.RestTenant(server);
        await server.DisposeAsync();

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.ReadAppAsync(App, CancellationToken.None));

        Assert.That((problem.What, problem.Status, problem.IsTransient), Is.EqualTo((
            $"{address} did not answer GET library/custom-apps/a1: Connection refused.",
            (HttpStatusCode?)null,
            true)));
    }

    [Test]
    public async Task Ctrl_C_is_no_error_of_the_tenant()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedServer(ServerReply.Silence);
        using var tenant = Some.RestTenant(server);

        var reading = tenant.ReadAppAsync(App, stop.Token);
        await server.ArrivalAsync();
        await stop.CancelAsync();

        Assert.That(async () => await reading, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task An_app_that_is_in_the_Blueprint_already_is_fine()
    {
        await using var server = new ScriptedServer(
            ServerReply.HangUp, ServerReply.Json(400, "\"Library Item already exists on Blueprint\""));
        using var tenant = Some.RestTenant(server);
        var assignment = new BlueprintAssignment(new Blueprint("b1", "Everybody", "classic"), null);

        await tenant.AssignAsync(assignment, App, CancellationToken.None);

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_assignment_without_its_node_is_an_error_that_says_how_to_write_one()
    {
        await using var server = new ScriptedServer(
            ServerReply.Json(400, "\"Must provide assignment_node_id for Assignment Map Blueprint\""));
        using var tenant = Some.RestTenant(server);
        var assignment = new BlueprintAssignment(new Blueprint("b1", "Everybody", "map"), null);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.AssignAsync(assignment, App, CancellationToken.None));

        Assert.That(
            problem.Message, Does.Contain("Must provide assignment_node_id").And.Contain("BLUEPRINT#NODE"));
    }
}
