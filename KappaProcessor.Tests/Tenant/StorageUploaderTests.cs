using System.Net;
using System.Text;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Kappa.Tests.Tenant;

internal sealed class StorageUploaderTests
{
    private static readonly (string, string)[] Fields =
    [
        ("key", "companies/acme/Firefox_0f04055b.pkg"),
        ("x-amz-algorithm", "AWS4-HMAC-SHA256"),
        ("policy", "eyJleHBpcmF0aW9uIjoiMjAyNiJ9"),
        ("x-amz-signature", "5f4dcc3b5aa765d61d8327deb882cf99"),
    ];

    [Test]
    public async Task The_head_has_a_length_and_no_token_and_asks_for_nothing_special()
    {
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));

        await UploadAsync(storage, "the installer");

        var request = storage.Requests.Single();
        Assert.That(request.Head, Is.EqualTo(
            "POST / HTTP/1.1\r\n"
            + $"Host: {storage.Root.Authority}\r\n"
            + $"User-Agent: {Some.UserAgent}\r\n"
            + "Accept-Encoding: gzip, deflate, br\r\n"
            + $"Content-Type: multipart/form-data; boundary={Boundary(request)}\r\n"
            + $"Content-Length: {request.Body.Length}\r\n"
            + "\r\n"));
    }

    [Test]
    public async Task Every_field_comes_in_order_and_the_file_last()
    {
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));

        await UploadAsync(storage, "the installer");

        var request = storage.Requests.Single();
        Assert.That(request.Text.Replace(Boundary(request), "B", StringComparison.Ordinal), Is.EqualTo(
            Field("key", "companies/acme/Firefox_0f04055b.pkg")
            + Field("x-amz-algorithm", "AWS4-HMAC-SHA256")
            + Field("policy", "eyJleHBpcmF0aW9uIjoiMjAyNiJ9")
            + Field("x-amz-signature", "5f4dcc3b5aa765d61d8327deb882cf99")
            + "--B\r\nContent-Type: application/octet-stream\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"Firefox.pkg\"\r\n\r\n"
            + "the installer\r\n"
            + "--B--\r\n"));
    }

    [TestCase("Grüße 🦊.pkg", "Grüße 🦊.pkg")]
    [TestCase("a \"b\".pkg", "a %22b%22.pkg")]
    [TestCase("a\r\nX-Evil: 1.pkg", "a%0D%0AX-Evil: 1.pkg")]
    public async Task A_file_may_have_any_name(string name, string sent)
    {
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));

        await UploadAsync(storage, "x", fileName: name);

        Assert.That(
            storage.Requests.Single().Text, Does.Contain($"form-data; name=\"file\"; filename=\"{sent}\"\r\n"));
    }

    [Test]
    public async Task Bytes_arrive_as_they_are()
    {
        var bytes = new byte[1_000_003];
        new Random(7).NextBytes(bytes);
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));
        using var uploader = new StorageUploader(storage.Address, TimeProvider.System, Some.NoLog());

        await uploader.UploadAsync(
            Some.UploadTicket(storage.Root), "a.pkg", new MemoryStream(bytes), bytes.Length, default);

        var body = storage.Requests.Single().Body;
        var start = body.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        Assert.That(body.AsSpan(start, bytes.Length).SequenceEqual(bytes), Is.True);
    }

    [Test]
    public async Task An_installer_that_grew_is_sent_as_long_as_it_was()
    {
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));

        await UploadAsync(storage, "the installer and more", length: 13);

        Assert.That(storage.Requests.Single().Text, Does.Contain("\r\n\r\nthe installer\r\n--"));
    }

    [Test]
    public async Task An_installer_that_shrank_is_an_error_of_the_installer()
    {
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));

        var problem = await Thrown.ByAsync<KappaException>(
            () => UploadAsync(storage, "the inst", length: 13));

        Assert.That(
            problem.What, Is.EqualTo("The installer became shorter than 13 bytes while it was uploaded."));
    }

    [Test]
    public async Task A_disk_that_fails_is_not_taken_for_the_network()
    {
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));
        using var uploader = new StorageUploader(storage.Address, TimeProvider.System, Some.NoLog());
        var broken = new WatchedStream(new byte[10], () => throw new IOException("Input/output error."));

        var problem = await Thrown.ByAsync<KappaException>(() => uploader.UploadAsync(
            Some.UploadTicket(storage.Root), "a.pkg", broken, 10, CancellationToken.None));

        Assert.That(
            problem.What, Is.EqualTo("The installer could not be read to its end: Input/output error."));
    }

    [TestCase(200)]
    [TestCase(201)]
    [TestCase(204)]
    public async Task Is_done_when_the_storage_host_says(int status)
    {
        using var log = new CapturedLog();
        await using var storage = new ScriptedServer(ServerReply.Text(status, ""));

        await UploadAsync(storage, "the installer", log: log);

        Assert.That(
            log.Lines.Single(),
            Does.Match($"^Debug POST {storage.Root.Authority} → {status} \\w+, \\d+ ms, 13 bytes$"));
    }

    [TestCase(202, "", "202 Accepted", false)]
    [TestCase(400, "<Error><Code>EntityTooLarge</Code><Message>Too large</Message></Error>", "EntityTooLarge: Too large", false)]
    [TestCase(400, "<Error><Code>RequestTimeout</Code><Message>Idle</Message></Error>", "RequestTimeout: Idle", true)]
    [TestCase(400, "<Error><Code>ExpiredToken</Code><Message>Old</Message></Error>", "ExpiredToken: Old", true)]
    [TestCase(403, "<Error><Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message></Error>", "Policy expired", true)]
    [TestCase(403, "<Error><Code>AccessDenied</Code><Message>No</Message></Error>", "AccessDenied: No", false)]
    [TestCase(408, "", "408 Request", true)]
    [TestCase(500, "", "500 Internal", true)]
    [TestCase(503, "<Error><Code>SlowDown</Code><Message>Slow</Message></Error>", "SlowDown: Slow", true)]
    [TestCase(507, "<html>Full</html>", "(\"Full\")", true)]
    public async Task Says_why_it_was_refused_and_whether_a_new_ticket_may_help(
        int status, string body, string text, bool transient)
    {
        await using var storage = new ScriptedServer(ServerReply.Text(status, body));

        var problem = await Thrown.ByAsync<TenantException>(() => UploadAsync(storage, "the installer"));

        Assert.That(problem.What, Does
            .StartWith($"The storage host {storage.Root.Authority} refused Firefox.pkg: ")
            .And.Contain(text));
        Assert.That((problem.IsTransient, problem.Status), Is.EqualTo((transient, (HttpStatusCode?)status)));
    }

    [Test]
    public async Task A_login_page_that_says_200_has_not_stored_the_file()
    {
        await using var storage = new ScriptedServer(
            ServerReply.Text(200, "<html>Please log in</html>", "Content-Type: text/html; charset=utf-8"));

        var problem = await Thrown.ByAsync<TenantException>(() => UploadAsync(storage, "the installer"));

        Assert.That((problem.What, problem.IsTransient), Is.EqualTo((
            $"Something else than the storage host {storage.Root.Authority} answered the upload of Firefox.pkg: "
                + "200 OK (\"Please log in\").",
            true)));
    }

    [Test]
    public async Task What_was_signed_is_not_repeated_in_an_error()
    {
        await using var storage = new ScriptedServer(
            ServerReply.Text(403, "bad eyJleHBpcmF0aW9uIjoiMjAyNiJ9 or 5F4DCC3B5AA765D61D8327DEB882CF99"));

        var problem = await Thrown.ByAsync<TenantException>(() => UploadAsync(storage, "the installer"));

        Assert.That(problem.What, Does.Contain("(\"bad [secret] or [secret]\")"));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task The_signed_fields_go_nowhere_else(int status)
    {
        await using var elsewhere = new ScriptedServer(ServerReply.Text(204, ""));
        await using var storage = new ScriptedServer(
            ServerReply.Text(status, "", $"Location: {elsewhere.Root}?sig=1"));

        var problem = await Thrown.ByAsync<TenantException>(() => UploadAsync(storage, "the installer"));

        Assert.That(problem.What, Is.EqualTo(
            $"The storage host {storage.Root.Authority} wants Firefox.pkg sent to {elsewhere.Root.Authority} instead."));
        Assert.That(elsewhere.Requests, Is.Empty);
    }

    [TestCase("http://s3.example/", "acme.api.kandji.io", TestName = "Plain http")]
    [TestCase("http://127.0.0.1:1/", "acme.api.kandji.io", TestName = "A tenant in the network that sends to this machine")]
    [TestCase("http://s3.example/", "http://127.0.0.1:1/", TestName = "A tenant on this machine that sends into the network")]
    [TestCase("ftp://127.0.0.1/", "http://127.0.0.1:1/", TestName = "No http at all")]
    [TestCase("file:///tmp/x", "http://127.0.0.1:1/", TestName = "A file")]
    public async Task Nothing_goes_over_a_connection_that_is_not_safe(string storage, string tenant)
    {
        using var uploader = new StorageUploader(
            TenantAddress.Parse(tenant), TimeProvider.System, Some.NoLog());
        var content = new MemoryStream([1, 2, 3]);

        var problem = await Thrown.ByAsync<TenantException>(() => uploader.UploadAsync(
            Some.UploadTicket(new Uri(storage)), "a.pkg", content, 3, CancellationToken.None));

        Assert.That(problem.Message, Does.Contain("which is not safe"));
        Assert.That(content.Position, Is.Zero);
    }

    [Test]
    public async Task A_storage_host_that_nobody_vouches_for_is_refused()
    {
        using var certificate = Some.SelfSignedCertificate();
        await using var storage = new ScriptedServer(certificate, ServerReply.Text(204, ""));

        var problem = await Thrown.ByAsync<TenantException>(() => UploadAsync(storage, "the installer"));

        Assert.That(
            problem.What,
            Does.StartWith($"The connection to the storage host {storage.Root.Authority} is not safe"));
        Assert.That((problem.IsTransient, storage.Requests.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task A_storage_host_that_is_not_there_may_be_there_later()
    {
        var storage = new ScriptedServer();
        var ticket = Some.UploadTicket(storage.Root);
        using var uploader = new StorageUploader(storage.Address, TimeProvider.System, Some.NoLog());
        await storage.DisposeAsync();

        var problem = await Thrown.ByAsync<TenantException>(() => uploader.UploadAsync(
            ticket, "a.pkg", new MemoryStream([1]), 1, CancellationToken.None));

        Assert.That((problem.What, problem.IsTransient), Is.EqualTo((
            $"The upload of a.pkg to the storage host {ticket.PostUrl.Authority} broke off: Connection refused.",
            true)));
    }

    private static IEnumerable<TestCaseData> Breaks =>
    [
        Some.Case(ServerReply.HangUp, "after the body"),
        Some.Case(ServerReply.Reset, "in the middle of the body"),
        Some.Case(new ServerReply("HTTP/1.1 2"u8.ToArray()) { Closes = true }, "in the answer"),
    ];

    [TestCaseSource(nameof(Breaks))]
    public async Task A_connection_that_breaks_is_worth_a_new_ticket(ServerReply broken)
    {
        await using var storage = new ScriptedServer(broken);

        var problem = await Thrown.ByAsync<TenantException>(
            () => UploadAsync(storage, new string('x', 5_000_000)));

        Assert.That((problem.IsTransient, problem.Status), Is.EqualTo((true, (HttpStatusCode?)null)));
    }

    [Test]
    public async Task A_host_that_stops_reading_is_given_up_after_two_minutes()
    {
        var clock = new FakeTimeProvider();
        await using var storage = new ScriptedServer(ServerReply.StopReading);

        var uploading = Thrown.ByAsync<TenantException>(
            () => UploadAsync(storage, new string('x', 20_000_000), clock));
        await storage.ArrivalAsync();
        var problem = await AdvancedUntilDoneAsync(clock, TimeSpan.FromMinutes(1), uploading);

        Assert.That((problem.IsTransient, problem.What), Is.EqualTo((
            true,
            $"The upload of Firefox.pkg to the storage host {storage.Root.Authority} broke off: "
            + "nothing moved for 2 minutes.")));
    }

    [Test]
    public async Task A_host_that_never_answers_is_given_up_too()
    {
        var clock = new FakeTimeProvider();
        await using var storage = new ScriptedServer(ServerReply.Silence);

        var uploading = Thrown.ByAsync<TenantException>(() => UploadAsync(storage, "the installer", clock));
        await storage.ArrivalAsync();
        clock.Advance(StallGuard.AnswerLimit);
        var problem = await uploading;

        Assert.That(problem.IsTransient, Is.True);
    }

    [Test]
    public async Task A_slow_line_is_no_stall()
    {
        var clock = new FakeTimeProvider();
        await using var storage = new ScriptedServer(ServerReply.Text(204, ""));
        using var uploader = new StorageUploader(storage.Address, clock, Some.NoLog());
        var hourLong = new WatchedStream(new byte[36_000], () => clock.Advance(TimeSpan.FromSeconds(50)));

        await uploader.UploadAsync(
            Some.UploadTicket(storage.Root), "a.pkg", hourLong, hourLong.Length, CancellationToken.None);

        Assert.That(storage.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Ctrl_C_ends_the_upload_and_is_no_error_of_the_storage_host()
    {
        using var stop = new CancellationTokenSource();
        await using var storage = new ScriptedServer(ServerReply.StopReading);

        var uploading = UploadAsync(storage, new string('x', 20_000_000), cancel: stop.Token);
        await storage.ArrivalAsync();
        await stop.CancelAsync();

        Assert.That(async () => await uploading, Throws.InstanceOf<OperationCanceledException>());
    }

    private static async Task UploadAsync(
        ScriptedServer storage,
        string content,
        TimeProvider? clock = null,
        string fileName = "Firefox.pkg",
        int? length = null,
        CapturedLog? log = null,
        CancellationToken cancel = default)
    {
        using var uploader = new StorageUploader(
            storage.Address, clock ?? TimeProvider.System, log?.Log ?? Some.NoLog());
        var bytes = Encoding.UTF8.GetBytes(content);
        await uploader.UploadAsync(
            Some.UploadTicket(storage.Root, Fields),
            fileName,
            new MemoryStream(bytes),
            length ?? bytes.Length,
            cancel);
    }

    private static async Task<T> AdvancedUntilDoneAsync<T>(
        FakeTimeProvider clock, TimeSpan step, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            clock.Advance(step);
            await Task.Yield();
        }

        return await task;
    }

    private static string Field(string name, string value) =>
        $"--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";

    private static string Boundary(RecordedRequest request) =>
        request.Header("Content-Type")!.Split("boundary=")[1];
}
