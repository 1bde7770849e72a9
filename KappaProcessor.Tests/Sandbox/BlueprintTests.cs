using System.Net;
using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Sandbox;

internal sealed class BlueprintTests
{
    private const string Classic = "b38787e4-401c-4c4b-86dc-f1cca2072531";
    private const string Map = "cbe7daa9-2bcb-4cb1-aff9-024cd3a0330c";

    [TestCase("", 300, 300)]
    [TestCase("?limit=1000", 300, 300)]
    [TestCase("?limit=100", 100, 100)]
    [TestCase("?limit=none", 300, 300)]
    [TestCase("?limit=300&offset=300", 102, null)]
    public async Task Come_in_pages_by_limit_and_offset(string query, int entries, int? nextOffset)
    {
        await using var sandbox = await Some.SandboxAsync();
        foreach (var number in Enumerable.Range(0, 400))
        {
            sandbox.Tenant.Add(new SandboxBlueprint(Guid.NewGuid().ToString(), $"Blueprint {number}", []));
        }

        using var client = new PlainClient(sandbox);

        var page = await client.ReadAsync($"blueprints{query}");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((int)page["count"]!, Is.EqualTo(402));
        Assert.That(page["results"], Has.Exactly(entries).Items);
        Assert.That(
            (string?)page["next"], nextOffset is null ? Is.Null : Does.Contain($"offset={nextOffset}"));
    }

    [TestCase("?name=depart", Map)]
    [TestCase($"?id={Classic}", Classic)]
    [TestCase($"?id__in={Map},{Classic}", Classic, Map)]
    [TestCase("?name=nobody")]
    public async Task Can_be_looked_up(string query, params string[] ids)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var page = await client.ReadAsync($"blueprints{query}");

        Assert.That(page["results"]!.Select(blueprint => (string)blueprint["id"]!), Is.EqualTo(ids));
    }

    [TestCase(Classic, null)]
    [TestCase(Map, "engineering")]
    public async Task An_app_is_assigned_once(string blueprint, string? node)
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApp("a-1"));
        using var client = new PlainClient(sandbox);

        using var first = await AssignAsync(client, blueprint, "a-1", node);
        using var second = await AssignAsync(client, blueprint, "a-1", node);

        Assert.That(
            (await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync()),
            Is.EqualTo((
                "[\"a-1\"]",
                node is null
                    ? "\"Library Item already exists on Blueprint\""
                    : "\"Library Item already exists in Assignment Node\"")));
    }

    [TestCase(Classic, "engineering", "\"assignment_node_id cannot be provided for Classic Blueprint\"")]
    [TestCase(Map, null, "\"Must provide assignment_node_id for Assignment Map Blueprint\"")]
    [TestCase(Map, "nowhere", "\"Bad Request\"")]
    public async Task An_assignment_that_cannot_be_is_refused_as_documented(
        string blueprint, string? node, string body)
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApp("a-1"));
        using var client = new PlainClient(sandbox);

        using var answer = await AssignAsync(client, blueprint, "a-1", node);

        Assert.That(
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()),
            Is.EqualTo((HttpStatusCode.BadRequest, body)));
    }

    [Test]
    public async Task A_map_without_conditional_logic_needs_no_node()
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApp("a-1"));
        sandbox.Tenant.Add(new SandboxBlueprint("simple", "Simple map", ["only"]));
        using var client = new PlainClient(sandbox);

        using var answer = await AssignAsync(client, "simple", "a-1", null);

        Assert.That(sandbox.Tenant.State.Assignments.Select(one => one.NodeId), Is.EqualTo(["only"]));
    }

    [TestCase(Classic, "nothing", HttpStatusCode.BadRequest)]
    [TestCase("no-blueprint", "a-1", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_cannot_be_assigned(
        string blueprint, string app, HttpStatusCode status)
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApp("a-1"));
        using var client = new PlainClient(sandbox);

        using var answer = await AssignAsync(client, blueprint, app, null);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task An_assignment_must_say_what_it_assigns()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.PostJsonAsync($"blueprints/{Classic}/assign-library-item", "{}");

        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Is.EqualTo("{\"library_item_id\":[\"This field is required.\"]}"));
    }

    private static Task<HttpResponseMessage> AssignAsync(
        PlainClient client, string blueprint, string app, string? node)
    {
        var body = new JObject { ["library_item_id"] = app };
        if (node is not null)
        {
            body["assignment_node_id"] = node;
        }

        var path = $"blueprints/{blueprint}/assign-library-item";
        return client.PostJsonAsync(path, body.ToString(Formatting.None));
    }
}
