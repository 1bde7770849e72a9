using Kappa.Tenant;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

/// <summary>Whether the token may, by requests that change nothing.</summary>
internal sealed class RestTenantProbeTests
{
    [Test]
    public async Task No_write_carries_anything_that_a_tenant_could_do()
    {
        var replies = Enumerable.Repeat(ServerReply.Json(400, "{}"), 7).ToArray();
        await using var server = new ScriptedServer(replies);

        await AskAsync(server, [.. TenantProbes.Usual, .. TenantProbes.OfBlueprints]);

        var writes = server.Requests.Where(request => !request.Line.StartsWith("GET ", StringComparison.Ordinal));
        Assert.That(writes.Select(request => request.Text), Is.EqualTo(["{}", "", "", "{}"]));
    }

    [Test]
    public async Task No_id_is_asked_for_twice()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(ServerReply.Json(404, "{}"), 10)]);

        await AskAsync(server, [.. TenantProbes.Usual, .. TenantProbes.Usual]);

        var paths = server.Requests.Select(request => request.Line.Split(' ', '?')[1]);
        var ids = paths.Select(path => path.Split('/')[^1]).Where(part => Guid.TryParse(part, out _)).ToList();
        Assert.That(ids, Has.Count.EqualTo(4).And.Unique);
    }

    [TestCase(200, ProbeVerdict.Unclear)]
    [TestCase(201, ProbeVerdict.Unclear)]
    [TestCase(400, ProbeVerdict.Permitted)]
    [TestCase(401, ProbeVerdict.NotLetIn)]
    [TestCase(403, ProbeVerdict.Forbidden)]
    [TestCase(404, ProbeVerdict.Unclear)]
    [TestCase(429, ProbeVerdict.Unclear)]
    [TestCase(503, ProbeVerdict.Unclear)]
    public async Task An_empty_create_is_sent_once_and_proves(int status, ProbeVerdict verdict)
    {
        await using var server = new ScriptedServer(ServerReply.Json(status, Some.AppJson()));

        var answer = (await AskAsync(server, TenantProbes.Usual[3])).Single();

        Assert.That((answer.Permission, answer.Verdict), Is.EqualTo(("Create Custom App", verdict)));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_tenant_that_creates_from_nothing_is_to_be_looked_at()
    {
        await using var server = new ScriptedServer(ServerReply.Json(201, Some.AppJson()));

        var answer = (await AskAsync(server, TenantProbes.Usual[3])).Single();

        Assert.That(answer.Problem!.Remedy, Does.StartWith("Look in Kandji whether something is there"));
    }

    [Test]
    public async Task A_login_page_in_place_of_a_list_proves_nothing()
    {
        await using var server = new ScriptedServer(ServerReply.Text(200, "<html>Log in</html>"));

        var answer = (await AskAsync(server, TenantProbes.ListApps)).Single();

        Assert.That(answer.Verdict, Is.EqualTo(ProbeVerdict.Unclear));
        Assert.That(answer.Problem!.Remedy, Does.Contain("A proxy or a login page"));
    }

    [Test]
    public async Task A_connection_that_breaks_is_an_answer()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(ServerReply.HangUp, 5)]);

        var answer = (await AskAsync(server, TenantProbes.ListApps)).Single();

        Assert.That(answer.Verdict, Is.EqualTo(ProbeVerdict.Unreachable));
    }

    private static async Task<IReadOnlyList<ProbeAnswer>> AskAsync(
        ScriptedServer server, params TenantProbe[] probes)
    {
        using var tenant = Some.RestTenant(server);
        List<ProbeAnswer> answers = [];
        foreach (var probe in probes)
        {
            answers.Add(await tenant.ProbeAsync(probe, CancellationToken.None));
        }

        return answers;
    }
}
