using System.Net;
using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class PresignTests
{
    [TestCase("Firefox-128.0.pkg", @"/custom_apps/Firefox-128\.0_[0-9a-f]{8}\.pkg$")]
    [TestCase("../../etc/passwd", @"/custom_apps/passwd_[0-9a-f]{8}$")]
    [TestCase("Zoom più 🚀.dmg", @"/custom_apps/Zoom più 🚀_[0-9a-f]{8}\.dmg$")]
    public async Task A_file_gets_a_key_of_its_own(string name, string key)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var ticket = UploadTicket.Parse(await client.PresignAsync(name));

        Assert.That(ticket.FileKey, Does.Match(key));
    }

    [Test]
    public async Task The_same_name_never_gets_the_same_key_again()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var tickets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.PresignAsync()));

        Assert.That(tickets.Select(ticket => (string?)ticket["file_key"]), Is.Unique);
    }

    [Test]
    public async Task The_fields_are_good_for_an_hour_or_as_long_as_wanted()
    {
        await using var usual = await Some.SandboxAsync();
        var minute = new SandboxOptions { UploadTime = TimeSpan.FromMinutes(1) };
        await using var brief = await Some.SandboxAsync(minute);
        using var one = new PlainClient(usual);
        using var other = new PlainClient(brief);

        var expires = new[] { await one.PresignAsync(), await other.PresignAsync() }
            .Select(ticket => UploadTicket.Parse(ticket).Expires);

        Assert.That(expires, Is.EqualTo([Some.Noon.AddHours(1), Some.Noon.AddMinutes(1)]));
    }

    [TestCase("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("application/json; charset=utf-8", HttpStatusCode.Created)]
    public async Task Only_JSON_is_taken(string contentType, HttpStatusCode status)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        using var content = new StringContent("{\"name\": \"x.pkg\"}");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var answer = await client.Http.PostAsync("library/custom-apps/upload", content);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase("{}", "This field is required.")]
    [TestCase("{\"name\": \"\"}", "This field may not be blank.")]
    public async Task The_file_needs_a_name(string json, string message)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.PostJsonAsync("library/custom-apps/upload", json);

        Assert.That((string?)(await PlainClient.JsonAsync(answer))["name"]?[0], Is.EqualTo(message));
    }
}
