using System.Net;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class ConsolePagesTests
{
    [Test]
    public async Task The_page_of_an_app_shows_its_facts()
    {
        await using var sandbox = await Some.SandboxAsync();
        var app = Some.SandboxApp(name: "<b>Fire & Fox</b>");
        sandbox.Tenant.Add(app);
        using var client = new PlainClient(sandbox);

        var link = new Uri(sandbox.Origin, $"library/custom-apps/{app.Id}");
        var page = await client.Storage.GetStringAsync(link);

        Assert.That(page, Does.Contain("&lt;b&gt;Fire &amp; Fox&lt;/b&gt;").And.Contain(app.Sha256!));
    }

    [Test]
    public async Task The_first_page_shows_what_a_recipe_may_need()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var page = await client.Storage.GetStringAsync(sandbox.Origin);

        Assert.That(
            page, Does.Contain("Productivity").And.Contain("Departments").And.Contain("everyone-else"));
    }

    [Test]
    public async Task An_app_that_is_not_there_has_no_page()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var link = new Uri(sandbox.Origin, "library/custom-apps/nothing");
        using var answer = await client.Storage.GetAsync(link);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
