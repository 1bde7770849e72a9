using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

internal sealed class RestTenantRedirectTests
{
    private static readonly AppId App = new("a1");

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task The_token_never_follows_a_redirect_to_another_host(int status)
    {
        await using var thief = new ScriptedServer(Some.AppReply());
        await using var server = new ScriptedServer(
            ServerReply.Text(status, "", $"Location: {thief.Root}?session=1"));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(() => tenant.ReadAppAsync(App, default));

        Assert.That(problem.Message, Is.EqualTo(
            $"{server.Root} answered GET library/custom-apps/a1 with a redirect to {thief.Root}. "
            + "Check the API URL; the token is sent to the tenant alone."));
        Assert.That(thief.Requests, Is.Empty);
    }

    [Test]
    public async Task A_read_that_was_moved_within_the_tenant_is_followed()
    {
        await using var server = new ScriptedServer(
            ServerReply.Text(301, "", "Location: /api/v1/library/custom-apps/a1/"), Some.AppReply());
        using var tenant = Some.RestTenant(server);

        await tenant.ReadAppAsync(App, CancellationToken.None);

        Assert.That(server.Requests[1].Line, Is.EqualTo("GET /api/v1/library/custom-apps/a1/ HTTP/1.1"));
    }

    [Test]
    public async Task A_write_is_not_followed_even_within_the_tenant()
    {
        await using var server = new ScriptedServer(
            ServerReply.Text(307, "", "Location: /api/v2/"), Some.AppReply());
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(
            () => tenant.UpdateAsync(App, Some.AppFields(), default));

        Assert.That((problem.Endpoint, tenant.Calls), Is.EqualTo(("PATCH library/custom-apps/a1", 1)));
    }

    [Test]
    public async Task Redirects_in_a_circle_end()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(ServerReply.Text(302, "", "Location: /api/v1/library/custom-apps/a1"), 9)]);
        using var tenant = Some.RestTenant(server);

        await Thrown.ByAsync<TenantException>(() => tenant.ReadAppAsync(App, default));

        Assert.That(tenant.Calls, Is.EqualTo(4));
    }

    [Test]
    public async Task A_redirect_without_an_address_is_an_error()
    {
        await using var server = new ScriptedServer(ServerReply.Text(302, ""));
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(() => tenant.ReadAppAsync(App, default));

        Assert.That(problem.What, Does.EndWith("with a redirect to nowhere."));
    }

    [Test]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_at_once_and_gets_no_token()
    {
        using var certificate = Some.SelfSignedCertificate();
        await using var server = new ScriptedServer(certificate, Some.AppReply());
        using var tenant = Some.RestTenant(server);

        var problem = await Thrown.ByAsync<TenantException>(() => tenant.ReadAppAsync(App, default));

        Assert.That(problem.Message, Does
            .StartWith($"The connection to {server.Address} is not safe: The remote certificate")
            .And.Contain("Kappa never skips this check"));
        Assert.That((server.Requests.Count, tenant.Calls), Is.EqualTo((0, 1)));
    }
}
