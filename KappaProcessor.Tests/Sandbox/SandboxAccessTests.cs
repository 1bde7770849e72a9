using System.Net;
using System.Net.Http.Headers;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SandboxAccessTests
{
    [TestCase(null, HttpStatusCode.OK)]
    [TestCase(PlainClient.Token, HttpStatusCode.OK)]
    [TestCase("another", HttpStatusCode.Unauthorized)]
    public async Task Lets_in_the_token_it_was_given_or_any_if_it_was_given_none(
        string? token, HttpStatusCode status)
    {
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { Token = token });
        using var client = new PlainClient(sandbox);

        using var answer = await client.GetAsync("library/custom-apps");

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase(null, "Authentication credentials were not provided.")]
    [TestCase("Basic YTpi", "Invalid token.")]
    [TestCase("Bearer ", "Invalid token.")]
    [TestCase("Bearer another", "Invalid token.")]
    public async Task Says_in_JSON_why_somebody_is_not_let_in(string? authorization, string detail)
    {
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { Token = PlainClient.Token });
        using var client = new PlainClient(sandbox);
        client.Http.DefaultRequestHeaders.Authorization =
            authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        using var answer = await client.GetAsync("library/custom-apps");

        Assert.That((string?)(await PlainClient.JsonAsync(answer))["detail"], Is.EqualTo(detail));
    }

    [Test]
    public async Task Asks_for_the_token_before_it_says_that_a_method_is_not_allowed()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var list = new Uri(sandbox.Origin, "api/v1/library/custom-apps");
        using var answer = await client.Storage.DeleteAsync(list);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_without_a_permission_is_refused_that_call_alone()
    {
        var options = new SandboxOptions { Forbidden = [SandboxStep.Create] };
        await using var sandbox = await Some.SandboxAsync(options);
        using var client = new PlainClient(sandbox);

        using var create = await client.CreateWithAsync();
        using var list = await client.GetAsync("library/custom-apps");

        Assert.That(((int)create.StatusCode, (int)list.StatusCode), Is.EqualTo((403, 200)));
    }

    [Test]
    public async Task Storage_and_Slack_need_no_token()
    {
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { Token = PlainClient.Token });
        using var client = new PlainClient(sandbox);

        await client.UploadedAsync();
        using var message = new StringContent("{\"text\": \"hi\"}", null, "application/json");
        using var slack = await client.SlackAsync(message);

        Assert.That((sandbox.Tenant.State.Uploads.Count, (int)slack.StatusCode), Is.EqualTo((1, 200)));
    }
}
