using System.Net;
using System.Text;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SlackWebhookTests
{
    [TestCase("application/json", "{\"text\": \"a & b\"}")]
    [TestCase("application/x-www-form-urlencoded", "payload=%7B%22text%22%3A+%22a+%26+b%22%7D")]
    public async Task Takes_a_message_in_both_forms(string contentType, string body)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.SlackAsync(new StringContent(body, Encoding.UTF8, contentType));

        Assert.That(
            (await answer.Content.ReadAsStringAsync(), (string?)sandbox.SlackMessages.Single()["text"]),
            Is.EqualTo(("ok", "a & b")));
    }

    [TestCase("application/json", "{\"text\": ", "invalid_payload")]
    [TestCase("application/json", "[]", "invalid_payload")]
    [TestCase("text/plain", "hi", "invalid_payload")]
    [TestCase("application/x-www-form-urlencoded", "payload=hi", "invalid_payload")]
    [TestCase("application/json", "{\"username\": \"Kappa\"}", "no_text")]
    public async Task Refuses_what_is_no_message(string contentType, string body, string word)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.SlackAsync(new StringContent(body, Encoding.UTF8, contentType));

        Assert.That(
            (answer.StatusCode, await answer.Content.ReadAsStringAsync(), sandbox.SlackMessages.Count),
            Is.EqualTo((HttpStatusCode.BadRequest, word, 0)));
    }
}
