using System.Net;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

/// <summary>Right after an upload the tenant says 503 until it has processed the file.</summary>
internal sealed class RestTenantProcessingTests
{
    [Test]
    public async Task A_create_waits_until_the_upload_is_processed()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(Some.StillProcessing(), 30), Some.AppReply(201, "a9")]);
        using var tenant = Some.RestTenant(server);

        var app = await tenant.CreateAsync(Some.AppFields(), CancellationToken.None);

        Assert.That(app.Id.Value, Is.EqualTo("a9"));
    }

    [Test]
    public async Task An_update_waits_until_the_upload_is_processed()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(Some.StillProcessing(), 30), Some.AppReply()]);
        using var tenant = Some.RestTenant(server);

        await tenant.UpdateAsync(new AppId("a1"), Some.AppFields(), CancellationToken.None);

        Assert.That(tenant.Calls, Is.EqualTo(31));
    }

    [Test]
    public async Task Asks_again_after_half_a_second_and_later_after_a_tenth_of_the_time_passed()
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(Some.StillProcessing(), 70), Some.AppReply(201)]);
        using var tenant = Some.RestTenant(server, clock);

        await tenant.CreateAsync(Some.AppFields(), CancellationToken.None);

        var passed = TimeSpan.Zero;
        foreach (var wait in clock.Waits)
        {
            var due = Math.Clamp(passed.TotalSeconds / 10, 0.5, 30);
            Assert.That(wait.TotalSeconds, Is.EqualTo(due).Within(0.001));
            passed += wait;
        }
    }

    [Test]
    public async Task Waits_as_long_as_the_tenant_asks_while_it_processes()
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer(
            Some.StillProcessing("Retry-After: 20"), Some.AppReply(201));
        using var tenant = Some.RestTenant(server, clock);

        await tenant.CreateAsync(Some.AppFields(), CancellationToken.None);

        Assert.That(clock.Waits, Is.EqualTo([TimeSpan.FromSeconds(20)]));
    }

    [Test]
    public async Task Asks_until_the_very_end_of_the_time_allowed_and_not_longer()
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Some.StillProcessing(), 500)]);
        using var tenant = Some.RestTenant(server, clock, TimeSpan.FromSeconds(100));

        await Thrown.ByAsync<TenantException>(() => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That(clock.GetUtcNow() - Some.Noon, Is.EqualTo(TimeSpan.FromSeconds(100)));
    }

    [Test]
    public async Task Says_what_to_do_when_the_time_allowed_is_over()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Some.StillProcessing(), 500)]);
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That(problem.Message, Is.EqualTo(
            $"{server.Address} had not finished processing the upload after 900 seconds (\"The upload is still "
            + "being processed\"). Run again later; for very large installers raise kandji.processing_timeout in "
            + "config.json, or KAPPA_PROCESSING_TIMEOUT."));
        Assert.That(problem.MayHaveHappened, Is.False);
    }

    [Test]
    public async Task Does_not_wait_beyond_the_time_allowed_even_if_the_tenant_asks_for_more()
    {
        var clock = new SkippingClock();
        await using var server = new ScriptedServer(Some.StillProcessing("Retry-After: 31"));
        using var tenant = Some.RestTenant(server, clock, TimeSpan.FromSeconds(30));

        await Thrown.ByAsync<TenantException>(() => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That(clock.Waits, Is.Empty);
    }

    [Test]
    public async Task A_trouble_in_the_middle_of_a_long_wait_is_got_over_too()
    {
        await using var server = new ScriptedServer(
        [
            .. Enumerable.Repeat(Some.StillProcessing(), 45),
            ServerReply.Text(502, ""), ServerReply.HangUp,
            .. Enumerable.Repeat(Some.StillProcessing(), 3),
            Some.AppReply(),
        ]);
        using var tenant = Some.RestTenant(server);

        await tenant.UpdateAsync(new AppId("a1"), Some.AppFields(), CancellationToken.None);

        Assert.That(tenant.Calls, Is.EqualTo(51));
    }

    [Test]
    public async Task A_503_of_a_proxy_is_not_waited_out_like_the_tenant_s_own()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(ServerReply.Text(503, "<html>No backend is processing this</html>"), 50)]);
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.CreateAsync(Some.AppFields(), default));

        Assert.That((problem.Status, tenant.Calls), Is.EqualTo(((HttpStatusCode?)503, 8)));
    }

    [Test]
    public async Task Each_wait_is_in_the_log()
    {
        using var log = new CapturedLog();
        await using var server = new ScriptedServer(Some.StillProcessing(), Some.AppReply(201));
        using var tenant = Some.RestTenant(server, log: log.Log);

        await tenant.CreateAsync(Some.AppFields(), CancellationToken.None);

        Assert.That(log.Lines, Does.Contain(
            "Debug POST library/custom-apps: again in 0.5 s, because the upload is still being processed"));
    }
}
