using System.Net;
using System.Net.Sockets;
using System.Text;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SandboxFaultsTests
{
    private static readonly SandboxStep[] Steps = Enum.GetValues<SandboxStep>();

    [TestCaseSource(nameof(Steps))]
    public async Task Any_step_can_be_refused_and_is_well_again_after_it(SandboxStep step)
    {
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Once(step, new SandboxTrouble.Status(HttpStatusCode.ServiceUnavailable)));
        using var client = new PlainClient(sandbox);
        var app = Some.SandboxApp();
        sandbox.Tenant.Add(app);

        using var first = await SendAsync(sandbox, client, step);
        using var second = await SendAsync(sandbox, client, step);

        Assert.That(
            (first.StatusCode, second.IsSuccessStatusCode),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, true)));
    }

    [TestCaseSource(nameof(Steps))]
    public async Task Any_step_can_lose_its_connection(SandboxStep step)
    {
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Always(step, new SandboxTrouble.Reset(ResetMoment.Before)));
        using var client = new PlainClient(sandbox);
        sandbox.Tenant.Add(Some.SandboxApp());

        Assert.That(() => SendAsync(sandbox, client, step), Throws.InstanceOf<HttpRequestException>());
    }

    [TestCase(401, "{\"detail\":\"Invalid token.\"}")]
    [TestCase(403, "{\"detail\":\"You do not have permission to perform this action.\"}")]
    [TestCase(404, "Not Found")]
    [TestCase(429, "{\"detail\":\"Request was throttled. Expected available in 7 seconds.\"}")]
    [TestCase(500, "Server Error (500)")]
    [TestCase(502, "<h1>502</h1>")]
    [TestCase(503, "{\"detail\":\"Service temporarily unavailable, try again later.\"}")]
    [TestCase(504, "<h1>504</h1>")]
    public async Task A_status_comes_with_the_words_of_the_one_who_says_it(int status, string words)
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Once((HttpStatusCode)status, "7"));
        using var client = new PlainClient(sandbox);

        using var answer = await client.GetAsync("library/custom-apps");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(answer.Headers.RetryAfter?.ToString(), Is.EqualTo("7"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(words));
    }

    [TestCase(503, "<Code>SlowDown</Code>")]
    [TestCase(500, "<Code>InternalError</Code>")]
    [TestCase(403, "<Code>AccessDenied</Code>")]
    public async Task The_storage_host_speaks_XML(int status, string words)
    {
        var trouble = new SandboxTrouble.Status((HttpStatusCode)status);
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Once(SandboxStep.Upload, trouble));
        using var client = new PlainClient(sandbox);

        using var answer = await client.UploadAsync(await client.PresignAsync(), "abc"u8.ToArray());

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(words));
    }

    [TestCase(ResetMoment.Before, 0)]
    [TestCase(ResetMoment.Middle, 0)]
    [TestCase(ResetMoment.After, 1)]
    public async Task A_lost_create_has_happened_only_if_the_answer_was_what_got_lost(
        ResetMoment moment, int apps)
    {
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Always(SandboxStep.Create, new SandboxTrouble.Reset(moment)));
        using var client = new PlainClient(sandbox);
        var key = ("file_key", await client.UploadedAsync());
        using var fresh = new PlainClient(sandbox);

        Assert.That(() => fresh.CreateWithAsync(key), Throws.InstanceOf<HttpRequestException>());

        Assert.That(sandbox.Tenant.Apps, Has.Count.EqualTo(apps));
    }

    [TestCase(ResetMoment.Before, 0)]
    [TestCase(ResetMoment.Middle, 0)]
    [TestCase(ResetMoment.After, 1)]
    public async Task A_lost_upload_is_in_the_store_only_if_the_answer_was_what_got_lost(
        ResetMoment moment, int files)
    {
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Always(SandboxStep.Upload, new SandboxTrouble.Reset(moment)));
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();

        Assert.That(
            () => client.UploadAsync(ticket, new byte[3_000_000]), Throws.InstanceOf<HttpRequestException>());

        Assert.That(sandbox.Tenant.State.Uploads, Has.Count.EqualTo(files));
    }

    [Test]
    public async Task A_gateway_may_time_out_although_the_work_was_done()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("create:504-after"));
        using var client = new PlainClient(sandbox);

        using var answer = await client.CreateWithAsync();

        Assert.That(
            (answer.StatusCode, sandbox.Tenant.Apps.Count), Is.EqualTo((HttpStatusCode.GatewayTimeout, 1)));
    }

    [Test]
    public async Task A_truncated_answer_ends_before_its_length()
    {
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Once(SandboxStep.List, new SandboxTrouble.Truncated()));
        using var client = new PlainClient(sandbox);

        Assert.That(
            () => client.GetAsync("library/custom-apps"),
            Throws.InstanceOf<HttpRequestException>().With.InnerException.InstanceOf<HttpIOException>());
    }

    [Test]
    public async Task A_page_of_a_proxy_is_HTML_with_a_good_status()
    {
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Once(SandboxStep.Create, new SandboxTrouble.Html()));
        using var client = new PlainClient(sandbox);

        using var answer = await client.CreateWithAsync();

        Assert.That(
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, sandbox.Tenant.Apps.Count),
            Is.EqualTo((HttpStatusCode.OK, "text/html", 0)));
    }

    [Test]
    public async Task A_slow_drip_brings_the_whole_answer_in_time()
    {
        var clock = new SkippingClock();
        await using var sandbox = await Some.SandboxAsync(
            new SandboxOptions { Faults = [SandboxFaults.Parse("categories:drip/20")] }, clock);
        using var client = new PlainClient(sandbox);

        using var answer = await client.GetAsync("self-service/categories");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(await PlainClient.JsonAsync(answer), Has.Exactly(4).Items);
        Assert.That(clock.Waits, Is.EqualTo(Enumerable.Repeat(TimeSpan.FromSeconds(2), 10)));
    }

    [Test]
    public async Task A_stall_says_nothing_until_its_time_is_over()
    {
        var clock = new SkippingClock { LongestWait = TimeSpan.FromMinutes(5) };
        await using var sandbox = await Some.SandboxAsync(
            new SandboxOptions { Faults = [SandboxFaults.Parse("upload:stall/150")] }, clock);
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();

        Assert.That(() => client.UploadAsync(ticket, [1, 2, 3]), Throws.InstanceOf<HttpRequestException>());

        Assert.That(clock.Waits, Is.EqualTo([TimeSpan.FromSeconds(150)]));
    }

    [Test]
    public async Task A_stall_without_end_ends_with_the_sandbox()
    {
        var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("list:stall"));
        using var client = new PlainClient(sandbox);
        using var connected = await client.GetAsync("self-service/categories");
        var waiting = client.GetAsync("library/custom-apps");

        await sandbox.DisposeAsync();

        Assert.That(() => waiting, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task After_a_sandbox_is_gone_connections_are_refused_until_it_is_back()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("presign:gone"));
        using var client = new PlainClient(sandbox);
        using var idle = await client.GetAsync("self-service/categories");
        await client.PresignAsync();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync("self-service/categories"));
        sandbox.Reopen();
        using var back = await client.GetAsync("self-service/categories");

        Assert.That(
            ((refused?.InnerException as SocketException)?.SocketErrorCode, (int)back.StatusCode),
            Is.EqualTo((SocketError.ConnectionRefused, 200)));
    }

    [Test]
    public async Task A_reset_is_an_error_although_the_connection_served_others_before()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        using var well = await client.GetAsync("self-service/categories");

        sandbox.Faults.Add(SandboxFaults.Once(SandboxStep.List, new SandboxTrouble.Reset(ResetMoment.After)));
        var lost = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync("library/custom-apps"));

        Assert.That(
            (lost?.InnerException?.InnerException as SocketException)?.SocketErrorCode,
            Is.EqualTo(SocketError.ConnectionReset));
    }

    [Test]
    public async Task An_expired_ticket_says_so_and_the_storage_host_refuses_it()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("presign:expired"));
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();

        using var answer = await client.UploadAsync(ticket, [1, 2, 3]);

        Assert.That(
            ((string?)ticket["expires"], answer.StatusCode),
            Is.EqualTo(("2026-01-15T11:59:00Z", HttpStatusCode.Forbidden)));
    }

    [Test]
    public async Task A_token_can_be_revoked_half_way()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.TokenRevokedFrom(3));
        using var client = new PlainClient(sandbox);

        using var stored = await client.UploadAsync(await client.PresignAsync(), [1]);
        using var second = await client.GetAsync("library/custom-apps");
        using var third = await client.GetAsync("self-service/categories");
        using var fourth = await client.GetAsync("library/custom-apps");

        Assert.That(
            new[] { stored, second, third, fourth }.Select(answer => (int)answer.StatusCode),
            Is.EqualTo([204, 200, 401, 401]));
    }

    [Test]
    public async Task A_redirect_leads_to_another_host()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("list:redirect"));
        using var client = new PlainClient(sandbox);

        using var answer = await client.GetAsync("library/custom-apps?page=1");

        Assert.That(
            (answer.StatusCode, answer.Headers.Location?.AbsoluteUri),
            Is.EqualTo((
                HttpStatusCode.TemporaryRedirect,
                "https://elsewhere.example/api/v1/library/custom-apps?page=1")));
    }

    [Test]
    public async Task The_next_page_can_be_claimed_to_be_on_another_host()
    {
        var elsewhere = new Uri("http://127.0.0.1:1/");
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Once(SandboxStep.List, new SandboxTrouble.ForeignNext(elsewhere)));
        using var client = new PlainClient(sandbox);

        var list = await client.ReadAsync("library/custom-apps");

        Assert.That(
            (string?)list["next"], Is.EqualTo("http://127.0.0.1:1/api/v1/library/custom-apps?page=2"));
    }

    [Test]
    public async Task A_file_that_was_damaged_on_its_way_has_another_sha256()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("upload:corrupt"));
        using var client = new PlainClient(sandbox);

        var app = await client.CreatedAsync(("file_key", await client.UploadedAsync("abc")));

        Assert.That((string?)app["sha256"], Has.Length.EqualTo(64).And.Not.StartsWith("ba7816bf"));
    }

    [TestCase("create")]
    [TestCase("get")]
    [TestCase("list")]
    public async Task An_answer_may_tell_a_wrong_sha256(string step)
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse($"{step}:corrupt"));
        using var client = new PlainClient(sandbox);

        var created = await client.CreatedAsync();
        var got = await client.ReadAsync($"library/custom-apps/{created["id"]}");
        var listed = (await client.ReadAsync("library/custom-apps"))["results"]![0]!;

        var truth = sandbox.Tenant.Apps[0].Sha256;
        var wrong = new[] { ("create", created), ("get", got), ("list", listed) }
            .Where(answer => (string?)answer.Item2["sha256"] != truth).Select(answer => answer.Item1);
        Assert.That(wrong, Is.EqualTo([step]));
    }

    [Test]
    public async Task A_stale_list_shows_a_new_app_only_after_so_many_reads()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.StaleList(2));
        using var client = new PlainClient(sandbox);
        await client.ReadAsync("library/custom-apps");
        await client.CreatedAsync();

        var counts = new List<int>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            counts.Add((int)(await client.ReadAsync("library/custom-apps"))["count"]!);
        }

        Assert.That(counts, Is.EqualTo([0, 0, 1]));
    }

    [Test]
    public async Task A_stale_list_shows_a_changed_app_as_it_was_on_every_page_of_that_read()
    {
        await using var sandbox = await Some.SandboxAsync(SandboxFaults.Parse("list:stale"));
        sandbox.Tenant.Add([.. Some.SandboxApps(300), Some.SandboxApp("last", "Old")]);
        using var client = new PlainClient(sandbox);
        using var renamed = await client.UpdateAsync("last", ("name", "New"));

        var names = new List<string?>();
        foreach (var page in (string[])["", "?page=2", "", "?page=2"])
        {
            var list = await client.ReadAsync($"library/custom-apps{page}");
            names.Add((string?)list["results"]!.Last!["name"]);
        }

        Assert.That(names, Is.EqualTo(["App 300", "Old", "App 300", "New"]));
    }

    [Test]
    public async Task Faults_of_one_step_follow_each_other()
    {
        await using var sandbox = await Some.SandboxAsync(
            SandboxFaults.Parse("list:503*2"),
            SandboxFaults.Parse("list:429"),
            SandboxFaults.Parse("list:500@5"));
        using var client = new PlainClient(sandbox);

        var statuses = new List<int>();
        foreach (var _ in Enumerable.Range(0, 6))
        {
            using var answer = await client.GetAsync("library/custom-apps");
            statuses.Add((int)answer.StatusCode);
        }

        Assert.That(statuses, Is.EqualTo([503, 503, 429, 200, 500, 200]));
    }

    [Test]
    public async Task Faults_may_be_added_and_taken_back_while_it_runs()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        sandbox.Faults.Add(SandboxFaults.Parse("list:500*"));
        using var troubled = await client.GetAsync("library/custom-apps");
        sandbox.Faults.Clear();
        using var well = await client.GetAsync("library/custom-apps");

        Assert.That(((int)troubled.StatusCode, (int)well.StatusCode), Is.EqualTo((500, 200)));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        SandboxServer sandbox, PlainClient client, SandboxStep step)
    {
        var app = sandbox.Tenant.Apps[0].Id;
        return step switch
        {
            SandboxStep.List => await client.GetAsync("library/custom-apps"),
            SandboxStep.Get => await client.GetAsync($"library/custom-apps/{app}"),
            SandboxStep.Categories => await client.GetAsync("self-service/categories"),
            SandboxStep.Blueprints => await client.GetAsync("blueprints"),
            SandboxStep.Presign =>
                await client.PostJsonAsync("library/custom-apps/upload", "{\"name\": \"x\"}"),
            SandboxStep.Upload => await client.UploadAsync(await client.PresignAsync(), [1]),
            SandboxStep.Create => await client.CreateWithAsync(),
            SandboxStep.Update => await client.UpdateAsync(app, ("restart", "true")),
            SandboxStep.Assign => await client.PostJsonAsync(
                $"blueprints/{sandbox.Tenant.State.Blueprints[0].Id}/assign-library-item",
                $"{{\"library_item_id\": \"{app}\"}}"),
            _ => await client.SlackAsync(
                new StringContent("{\"text\": \"hi\"}", Encoding.UTF8, "application/json")),
        };
    }
}
