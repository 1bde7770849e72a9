using System.Text;
using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Sandbox;

/// <summary>What no proper client would send, byte by byte.</summary>
internal sealed class SandboxStorageWireTests
{
    private const string Post = "POST /storage/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        + "Content-Type: multipart/form-data; boundary=b\r\n";

    private const string FilePart =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nabc\r\n";

    [TestCase(true, "HTTP/1.1 204 No Content")]
    [TestCase(false, "HTTP/1.1 400 Bad Request")]
    public async Task The_file_has_to_come_after_the_fields(bool fieldsFirst, string status)
    {
        await using var sandbox = await Some.SandboxAsync();
        var fields = await FieldsAsync(sandbox);
        using var connection = new RawConnection(sandbox);

        var form = (fieldsFirst ? fields + FilePart : FilePart + fields) + "--b--\r\n";
        await connection.SendAsync($"{Post}Content-Length: {form.Length}\r\n\r\n{form}");

        Assert.That(await connection.StatusAsync(), Is.EqualTo(status));
    }

    [Test]
    public async Task A_file_before_the_fields_hears_that_the_order_matters()
    {
        await using var sandbox = await Some.SandboxAsync();
        var form = FilePart + await FieldsAsync(sandbox) + "--b--\r\n";
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync($"{Post}Content-Length: {form.Length}\r\n\r\n{form}");

        Assert.That(await connection.RestAsync(), Does.Contain(
            "Bucket POST must contain a field named 'key'.  "
                + "If it is specified, please check the order of the fields."));
    }

    [TestCase("", TestName = "Without any length")]
    [TestCase("Transfer-Encoding: chunked\r\n", TestName = "In chunks")]
    [TestCase("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n", TestName = "In chunks that wait")]
    public async Task A_body_without_a_length_is_refused(string header)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync($"{Post}{header}\r\n");

        Assert.That(
            await connection.RestAsync(),
            Does.StartWith("HTTP/1.1 411 Length Required").And.Contains("<Code>MissingContentLength</Code>"));
    }

    [Test]
    public async Task More_than_five_gigabytes_are_refused_before_they_are_sent()
    {
        await using var sandbox = await Some.SandboxAsync();
        var start = await FieldsAsync(sandbox) + FilePart;
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync($"{Post}Content-Length: 6000000000\r\n\r\n{start}");

        Assert.That(await connection.RestAsync(), Does.Contain("<Code>EntityTooLarge</Code>")
            .And.Contains("<MaxSizeAllowed>5368709120</MaxSizeAllowed>"));
    }

    [TestCase("nothing like a form")]
    [TestCase("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n")]
    [TestCase("--b\r\nno header\r\n\r\nx\r\n--b--\r\n")]
    [TestCase("--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nx")]
    [TestCase("--b\r\nContent-Disposition: form-data; name=\"key\"")]
    [TestCase("--b")]
    [TestCase("")]
    public async Task A_form_that_is_broken_is_refused(string form)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync($"{Post}Content-Length: {form.Length}\r\n\r\n{form}");

        Assert.That(await connection.RestAsync(), Does.Contain("<Code>MalformedPOSTRequest</Code>"));
    }

    [Test]
    public async Task A_form_may_have_a_preamble_and_bare_names()
    {
        await using var sandbox = await Some.SandboxAsync();
        var fields = (await FieldsAsync(sandbox)).Replace("\"key\"", "key", StringComparison.Ordinal);
        var form = $"To be ignored.\r\n{fields}{FilePart}--b--\r\n";
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync($"{Post}Content-Length: {form.Length}\r\n\r\n{form}");

        Assert.That(await connection.StatusAsync(), Is.EqualTo("HTTP/1.1 204 No Content"));
    }

    [Test]
    public async Task A_form_that_comes_byte_by_byte_is_understood()
    {
        await using var sandbox = await Some.SandboxAsync();
        var form = await FieldsAsync(sandbox) + FilePart + "--b--\r\n";
        using var connection = new RawConnection(sandbox);

        await connection.SendAsync($"{Post}Content-Length: {form.Length}\r\n\r\n");
        foreach (var letter in form)
        {
            await connection.SendAsync(letter.ToString());
        }

        Assert.That(await connection.StatusAsync(), Is.EqualTo("HTTP/1.1 204 No Content"));
    }

    [Test]
    public async Task A_client_that_leaves_in_the_middle_stores_nothing()
    {
        using var folder = new TempFolder();
        await using (var sandbox = await Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path }))
        {
            var start = await FieldsAsync(sandbox) + FilePart;
            using var connection = new RawConnection(sandbox);
            await connection.SendAsync($"{Post}Content-Length: 1000000\r\n\r\n{start}");
        }

        Assert.That(Directory.GetFiles(folder["files"]), Is.Empty);
    }

    private static async Task<string> FieldsAsync(SandboxServer sandbox)
    {
        using var client = new PlainClient(sandbox);
        var ticket = await client.PresignAsync();
        var form = new StringBuilder();
        foreach (var field in ((JObject)ticket["post_data"]!).Properties())
        {
            form.Append($"--b\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n");
            form.Append($"{field.Value}\r\n");
        }

        return form.ToString();
    }
}
