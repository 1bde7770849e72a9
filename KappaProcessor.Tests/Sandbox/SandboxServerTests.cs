using System.Net;
using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SandboxServerTests
{
    /// <summary>Kandji API, "Delete Custom App", example "requested library item not found".</summary>
    private const string NotFoundPage =
        "\n<!doctype html><html lang=\"en\"><head><title>Not Found</title></head><body>"
        + "<h1>Not Found</h1><p>The requested resource was not found on this server.</p></body></html>\n";

    [Test]
    public async Task Has_an_address_that_a_tenant_on_loopback_can_have()
    {
        await using var sandbox = await Some.SandboxAsync();

        var address = TenantAddress.Parse(sandbox.Origin.AbsoluteUri);

        Assert.That(address.Origin, Is.EqualTo(sandbox.Origin));
    }

    [Test]
    public async Task Many_start_at_once_and_each_has_its_own_port()
    {
        var sandboxes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Some.SandboxAsync()));

        var ports = sandboxes.Select(sandbox => sandbox.Origin.Port).ToList();
        await Task.WhenAll(sandboxes.Select(sandbox => sandbox.DisposeAsync().AsTask()));

        Assert.That(ports, Is.Unique);
    }

    [Test]
    public async Task A_port_in_use_is_an_error_that_names_it()
    {
        await using var first = await Some.SandboxAsync();

        var second = () => Some.SandboxAsync(new SandboxOptions { Port = first.Origin.Port });

        Assert.That(
            second, Throws.TypeOf<KappaException>().With.Message.Contains($"Port {first.Origin.Port}"));
    }

    [Test]
    public async Task The_same_port_can_be_used_again_at_once()
    {
        var first = await Some.SandboxAsync();
        using (var client = new PlainClient(first))
        {
            await client.ReadAsync("library/custom-apps");
        }

        await first.DisposeAsync();
        await using var second = await Some.SandboxAsync(new SandboxOptions { Port = first.Origin.Port });

        Assert.That(second.Origin, Is.EqualTo(first.Origin));
    }

    [Test]
    public async Task Answers_two_hundred_requests_at_once()
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApps(10));
        using var client = new PlainClient(sandbox);

        var lists = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => client.ReadAsync("library/custom-apps")));

        Assert.That(lists.Select(list => (int)list["count"]!), Is.All.EqualTo(10));
    }

    [Test]
    public async Task Loses_none_of_two_hundred_apps_that_are_created_at_once()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(number => client.CreatedAsync(("name", $"App {number}"))));

        Assert.That(sandbox.Tenant.Apps.Select(app => app.Name), Is.Unique.And.Exactly(200).Items);
    }

    [Test]
    public async Task One_connection_serves_many_requests()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);
        const string request = "GET /api/v1/library/custom-apps HTTP/1.1\r\nHost: 127.0.0.1\r\n";

        await connection.SendAsync($"{request}\r\n{request}\r\n{request}Connection: close\r\n\r\n");
        var answers = await connection.RestAsync();

        Assert.That(answers.Split("HTTP/1.1 401 Unauthorized"), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task Stops_although_an_upload_is_on_its_way()
    {
        var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);
        await connection.SendAsync("POST /storage/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nExpect: 100-continue\r\n\r\n");
        await connection.StatusAsync();

        await sandbox.DisposeAsync();

        Assert.That(await connection.RestAsync(), Does.Not.Contain("HTTP"));
    }

    [Test]
    public async Task Nobody_is_there_after_it_has_stopped()
    {
        var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        await sandbox.DisposeAsync();

        Assert.That(() => client.GetAsync("library/custom-apps"), Throws.InstanceOf<HttpRequestException>());
    }

    [TestCase("/api/v1/nothing/here")]
    [TestCase("/api/v1/library/custom-apps/")]
    [TestCase("/api/v1/library/custom-apps/58429143-b55c-42d3-a9a3-7c699ddd0ce1")]
    [TestCase("/favicon.ico")]
    public async Task An_unknown_path_gets_the_page_that_Kandji_documents(string path)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.GetAsync(new Uri(sandbox.Origin, path).AbsoluteUri);

        Assert.That(
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()),
            Is.EqualTo((HttpStatusCode.NotFound, NotFoundPage)));
    }

    [TestCase("PUT", "library/custom-apps", "GET, POST")]
    [TestCase("GET", "library/custom-apps/upload", "POST")]
    [TestCase("DELETE", "library/custom-apps/03fd3564-1e29-433f-8e67-6f987f3d242d", "GET, PATCH")]
    [TestCase("POST", "self-service/categories", "GET")]
    public async Task A_method_that_a_path_does_not_have_is_not_allowed(
        string method, string path, string allowed)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await client.Http.SendAsync(request);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(string.Join(", ", answer.Content.Headers.Allow), Is.EqualTo(allowed));
        Assert.That(
            (string?)(await PlainClient.JsonAsync(answer))["detail"],
            Is.EqualTo($"Method \"{method}\" not allowed."));
    }

    [Test]
    public async Task Links_stay_on_the_name_that_the_client_used()
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApps(301));
        using var client = new PlainClient(sandbox);
        client.Http.DefaultRequestHeaders.Host = $"localhost:{sandbox.Origin.Port}";

        var list = await client.ReadAsync("library/custom-apps");

        Assert.That(
            (string?)list["next"],
            Is.EqualTo($"http://localhost:{sandbox.Origin.Port}/api/v1/library/custom-apps?page=2"));
    }

    [Test]
    public async Task A_host_that_is_not_this_machine_is_refused()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        client.Http.DefaultRequestHeaders.Host = "evil.example";

        using var answer = await client.GetAsync("library/custom-apps");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("nonsense\r\n\r\n")]
    [TestCase("GET /\r\n\r\n")]
    [TestCase("GET / HTTP/2.0\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\nno colon\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n")]
    public async Task What_is_no_request_is_refused_and_the_sandbox_lives_on(string bytes)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);
        using var client = new PlainClient(sandbox);

        await connection.SendAsync(bytes);
        var status = await connection.StatusAsync();
        using var next = await client.GetAsync("library/custom-apps");

        Assert.That((status, next.StatusCode), Is.EqualTo(("HTTP/1.1 400 Bad Request", HttpStatusCode.OK)));
    }

    [Test]
    public async Task A_body_in_chunks_is_understood_where_Kandji_takes_it()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync("POST /slack/x HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\n{\"tex\r\nA;x=y\r\nt\": \"hi\"}  \r\n0\r\nTrailer: 1\r\n\r\n");
        await connection.RestAsync();

        Assert.That(sandbox.SlackMessages.Select(message => (string?)message["text"]), Is.EqualTo(["hi"]));
    }

    [Test]
    public async Task A_head_alone_is_answered_with_a_head_alone()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);
        const string request = "HEAD /api/v1/blueprints HTTP/1.1\r\nHost: 127.0.0.1\r\n";

        await connection.SendAsync($"{request}\r\n{request}Connection: close\r\n\r\n");
        var answers = await connection.RestAsync();

        Assert.That(answers, Does.Not.Contain("{").And.EndsWith("Connection: close\r\n\r\n"));
    }

    [Test]
    public async Task A_client_that_waits_to_be_told_to_go_on_is_told()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync("POST /slack/x HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\n"
            + "Content-Type: application/json\r\nContent-Length: 14\r\n\r\n");
        var told = await connection.StatusAsync();

        Assert.That(told, Is.EqualTo("HTTP/1.1 100 Continue"));
    }
}
