using System.Net;
using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Sandbox;

internal sealed class CustomAppListTests
{
    [TestCase(0, "", 0, null, null)]
    [TestCase(300, "", 300, null, null)]
    [TestCase(301, "", 300, "?page=2", null)]
    [TestCase(301, "?page=2", 1, null, "")]
    [TestCase(700, "?page=2", 300, "?page=3", "")]
    [TestCase(700, "?page=3", 100, null, "?page=2")]
    [TestCase(301, "?source=KAPPA", 300, "?page=2&source=KAPPA", null, TestName = "Links keep the query")]
    public async Task Comes_in_pages_of_three_hundred(
        int apps, string query, int entries, string? next, string? previous)
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApps(apps));
        using var client = new PlainClient(sandbox);

        var list = await client.ReadAsync($"library/custom-apps{query}");

        var root = $"{sandbox.Origin}api/v1/library/custom-apps";
        using var scope = Assert.EnterMultipleScope();
        Assert.That((int)list["count"]!, Is.EqualTo(apps));
        Assert.That(list["results"], Has.Exactly(entries).Items);
        Assert.That((string?)list["next"], Is.EqualTo(next is null ? null : root + next));
        Assert.That((string?)list["previous"], Is.EqualTo(previous is null ? null : root + previous));
    }

    [Test]
    public async Task All_pages_together_have_every_app_once()
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApps(3000));
        using var client = new PlainClient(sandbox);

        var names = new List<string>();
        for (var next = "library/custom-apps"; next is not null;)
        {
            var page = await client.ReadAsync(next);
            names.AddRange(page["results"]!.Select(app => (string)app["name"]!));
            next = (string?)page["next"];
        }

        Assert.That(names, Is.EqualTo(sandbox.Tenant.Apps.Select(app => app.Name)));
    }

    [TestCase("0")]
    [TestCase("2")]
    [TestCase("-1")]
    [TestCase("last")]
    public async Task A_page_that_does_not_exist_is_not_found(string page)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.GetAsync($"library/custom-apps?page={page}");

        Assert.That(
            (answer.StatusCode, (string?)(await PlainClient.JsonAsync(answer))["detail"]),
            Is.EqualTo((HttpStatusCode.NotFound, "Invalid page.")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Entries_have_a_sha256_unless_they_are_asked_not_to(bool listed)
    {
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { ListsSha256 = listed });
        sandbox.Tenant.Add(Some.SandboxApp());
        using var client = new PlainClient(sandbox);

        var list = await client.ReadAsync("library/custom-apps");

        Assert.That(((JObject)list["results"]![0]!).ContainsKey("sha256"), Is.EqualTo(listed));
    }

    [Test]
    public async Task The_single_app_has_its_sha256_always()
    {
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { ListsSha256 = false });
        var app = Some.SandboxApp();
        sandbox.Tenant.Add(app);
        using var client = new PlainClient(sandbox);

        var json = await client.ReadAsync($"library/custom-apps/{app.Id}");

        Assert.That((string?)json["sha256"], Is.EqualTo(app.Sha256));
    }
}
