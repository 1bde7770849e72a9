using System.Net;
using System.Text;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class RequestLogTests
{
    [Test]
    public async Task Knows_what_was_asked_before_the_answer_is_there()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        const string path = "library/custom-apps/upload?source=KAPPA";
        using var answer = await client.PostJsonAsync(path, "{\"name\": \"x.pkg\"}");

        var request = sandbox.Requests.Single();
        Assert.That(
            (request.Step, request.Method, request.Path, request.Query, request.Status, request.BodySize),
            Is.EqualTo((
                SandboxStep.Presign, "POST", "/api/v1/library/custom-apps/upload", "?source=KAPPA",
                HttpStatusCode.Created, 17L)));
    }

    [Test]
    public async Task Knows_whether_a_token_was_sent_and_not_which()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        await client.UploadedAsync();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(sandbox.Requests.Select(request => request.HadAuthorization), Is.EqualTo([true, false]));
        Assert.That(
            sandbox.Requests.SelectMany(request => request.Headers.Values),
            Has.None.Contains(PlainClient.Token));
    }

    [Test]
    public async Task A_request_that_got_no_answer_has_no_status()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("list:reset-after*"));
        using var client = new PlainClient(sandbox);

        Assert.That(() => client.GetAsync("library/custom-apps"), Throws.InstanceOf<HttpRequestException>());

        Assert.That(sandbox.Requests.Select(request => (int)request.Status), Is.Not.Empty.And.All.Zero);
    }

    [Test]
    public async Task Is_a_line_in_the_state_folder_without_secrets()
    {
        using var folder = new TempFolder();
        await using (var sandbox = await Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path }))
        {
            using var client = new PlainClient(sandbox);
            using var form = new StringContent("{\"text\": \"hi\"}", Encoding.UTF8, "application/json");
            using var slack = await client.SlackAsync(form);
            using var list = await client.GetAsync("library/custom-apps?page=1");
        }

        Assert.That(await File.ReadAllLinesAsync(folder["requests.log"]), Is.EqualTo([
            "2026-01-15T12:00:00Z POST /slack/services/T0SANDBOX/B0SANDBOX/rehearsal 200 application/json "
                + "14 bytes without Authorization",
            "2026-01-15T12:00:00Z GET /api/v1/library/custom-apps?page=1 200 - 0 bytes with Authorization",
        ]));
    }

    [Test]
    public async Task Neither_log_nor_state_tell_the_signature_of_an_upload()
    {
        using var folder = new TempFolder();
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path });
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();

        using var answer = await client.UploadAsync(ticket, [1]);

        var kept = await File.ReadAllTextAsync(folder["tenant.json"]) + string.Join('\n', sandbox.Requests);
        Assert.That(kept, Does.Not.Contain((string)ticket["post_data"]!["x-amz-signature"]!));
    }
}
