using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Sandbox;

internal sealed class SandboxStorageTests
{
    [Test]
    public async Task Takes_the_fields_and_then_the_file()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();

        using var answer = await client.UploadAsync(ticket, "abc"u8.ToArray());

        var stored = sandbox.Tenant.State.Uploads[(string)ticket["file_key"]!];
        const string sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Assert.That(
            (answer.StatusCode, stored.Size, stored.Sha256, stored.StoredAt),
            Is.EqualTo((HttpStatusCode.NoContent, 3L, sha256, Some.Noon)));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(256 * 1024 - 40)]
    [TestCase(256 * 1024)]
    [TestCase(1024 * 1024 + 1)]
    public async Task Counts_every_byte_of_a_file_that_looks_like_delimiters(int size)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var text = string.Concat(Enumerable.Repeat("\r\n--boundar\r\n-\r", size / 15 + 1));
        var file = Encoding.ASCII.GetBytes(text[..size]);

        using var answer = await client.UploadAsync(await client.PresignAsync(), file);

        var stored = sandbox.Tenant.State.Uploads.Values.Single();
        Assert.That(
            (stored.Size, stored.Sha256),
            Is.EqualTo(((long)size, Convert.ToHexStringLower(SHA256.HashData(file)))));
    }

    [TestCase("key", HttpStatusCode.BadRequest, "InvalidArgument")]
    [TestCase("policy", HttpStatusCode.BadRequest, "InvalidArgument")]
    [TestCase("x-amz-signature", HttpStatusCode.BadRequest, "InvalidArgument")]
    [TestCase("x-amz-algorithm", HttpStatusCode.BadRequest, "InvalidArgument")]
    [TestCase("x-amz-credential", HttpStatusCode.BadRequest, "InvalidArgument")]
    [TestCase("x-amz-date", HttpStatusCode.BadRequest, "InvalidArgument")]
    [TestCase("x-amz-security-token", HttpStatusCode.Forbidden, "AccessDenied")]
    public async Task A_field_that_is_missing_or_comes_after_the_file_is_missed(
        string field, HttpStatusCode status, string code)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        var value = (string)ticket["post_data"]![field]!;
        ((JObject)ticket["post_data"]!).Remove(field);
        using var form = PlainClient.Form(ticket, "abc"u8.ToArray());
        form.Add(new StringContent(value), field);

        using var answer = await client.Storage.PostAsync(new Uri((string)ticket["post_url"]!), form);

        Assert.That((answer.StatusCode, await CodeAsync(answer)), Is.EqualTo((status, code)));
    }

    [TestCase("key", "AccessDenied", "Policy: Policy Condition failed: [\"eq\", \"$key\", ")]
    [TestCase("x-amz-date", "AccessDenied", "Policy: Policy Condition failed: [\"eq\", \"$x-amz-date\", ")]
    [TestCase("x-amz-signature", "SignatureDoesNotMatch", "The request signature we calculated does not")]
    [TestCase("policy", "SignatureDoesNotMatch", "The request signature we calculated does not")]
    public async Task A_field_that_was_changed_is_forbidden(string field, string code, string message)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        ticket["post_data"]![field] = $"{ticket["post_data"]![field]}x";

        using var answer = await client.UploadAsync(ticket, "abc"u8.ToArray());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await CodeAsync(answer), Is.EqualTo(code));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(new XText(message).ToString()));
    }

    [Test]
    public async Task A_field_that_the_policy_does_not_know_is_forbidden()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        ticket["post_data"]!["acl"] = "public-read";

        using var answer = await client.UploadAsync(ticket, "abc"u8.ToArray());

        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("<Message>Invalid according to Policy: Extra input fields: acl</Message>"));
    }

    [Test]
    public async Task What_follows_the_file_is_ignored()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        using var form = PlainClient.Form(ticket, "abc"u8.ToArray());
        form.Add(new StringContent("Upload to Amazon S3"), "submit");

        using var answer = await client.Storage.PostAsync(new Uri((string)ticket["post_url"]!), form);

        Assert.That(
            (answer.StatusCode, sandbox.Tenant.State.Uploads.Values.Single().Size),
            Is.EqualTo((HttpStatusCode.NoContent, 3L)));
    }

    [Test]
    public async Task A_form_without_a_file_is_refused()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();

        using var answer = await client.Storage.PostAsync(
            new Uri((string)ticket["post_url"]!), PlainClient.Fields(ticket));

        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("<Message>POST requires exactly one file upload per request.</Message>"));
    }

    [Test]
    public async Task Fields_that_have_expired_are_forbidden()
    {
        var clock = new SkippingClock { LongestWait = TimeSpan.FromDays(1) };
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions(), clock);
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        await Task.Delay(TimeSpan.FromHours(1), clock);

        using var answer = await client.UploadAsync(ticket, "abc"u8.ToArray());

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(
            "<Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message>"));
    }

    [Test]
    public async Task A_token_is_refused_and_not_repeated()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        client.Storage.DefaultRequestHeaders.Authorization = new("Bearer", "s3cret");

        using var answer = await client.UploadAsync(ticket, "abc"u8.ToArray());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("<Message>Unsupported Authorization Type</Message>").And.Not.Contain("s3cret"));
    }

    [TestCase("application/octet-stream")]
    [TestCase("multipart/form-data")]
    public async Task A_body_that_is_no_form_is_refused(string contentType)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.Storage.PostAsync(
            new Uri(sandbox.Origin, "storage/"), new StringContent("abc", null, contentType));

        Assert.That(
            (answer.StatusCode, await CodeAsync(answer)),
            Is.EqualTo((HttpStatusCode.PreconditionFailed, "PreconditionFailed")));
    }

    [Test]
    public async Task Fields_before_the_file_have_room_for_twenty_kilobytes()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        ticket["post_data"]!["x-ignore-me"] = new string('x', 20 * 1024 + 1);

        using var answer = await client.UploadAsync(ticket, "abc"u8.ToArray());

        Assert.That(await CodeAsync(answer), Is.EqualTo("MaxPostPreDataLengthExceeded"));
    }

    [TestCase(1000, HttpStatusCode.NoContent)]
    [TestCase(1001, HttpStatusCode.BadRequest)]
    public async Task A_file_that_is_too_large_is_refused(int size, HttpStatusCode status)
    {
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { LargestUpload = 1000 });
        using var client = new PlainClient(sandbox);

        using var answer = await client.UploadAsync(await client.PresignAsync(), new byte[size]);

        Assert.That(
            (answer.StatusCode, sandbox.Tenant.State.Uploads.Count),
            Is.EqualTo((status, status == HttpStatusCode.NoContent ? 1 : 0)));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (string?)XElement.Parse(await answer.Content.ReadAsStringAsync()).Element("Code");
}
