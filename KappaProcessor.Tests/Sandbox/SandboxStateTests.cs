using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SandboxStateTests
{
    [Test]
    public async Task A_tenant_is_the_same_after_a_restart()
    {
        using var folder = new TempFolder();
        var options = new SandboxOptions { StateFolder = folder.Path };
        string before;
        await using (var first = await Some.SandboxAsync(options))
        {
            using var client = new PlainClient(first);
            var app = await client.CreatedAsync(
                ("name", "Zoom \"più\" 🚀"), ("audit_script", "#!/bin/zsh\nexit 0\n"));
            using var assigned = await client.PostJsonAsync(
                $"blueprints/{first.Tenant.State.Blueprints[0].Id}/assign-library-item",
                $"{{\"library_item_id\": \"{app["id"]}\"}}");
            before = first.Tenant.State.ToJson().ToString();
        }

        await using var second = await Some.SandboxAsync(options);

        Assert.That(second.Tenant.State.ToJson().ToString(), Is.EqualTo(before).And.Contain("Zoom"));
    }

    [Test]
    public async Task What_was_answered_is_kept_even_if_the_process_is_killed_at_that_moment()
    {
        using var folder = new TempFolder();
        using var copy = new TempFolder();
        await using var killed = await Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path });
        using var client = new PlainClient(killed);
        await client.CreatedAsync();

        // What lies there while the sandbox runs is what a kill leaves, be it in the middle of the next save.
        File.Copy(folder["tenant.json"], copy["tenant.json"]);
        copy.Write("tenant.json.next", "{ \"apps\": [");
        await using var next = await Some.SandboxAsync(new SandboxOptions { StateFolder = copy.Path });

        Assert.That(next.Tenant.Apps, Is.EqualTo(killed.Tenant.Apps).And.Count.EqualTo(1));
    }

    [Test]
    public async Task Fields_for_an_upload_stay_good_over_a_restart()
    {
        using var folder = new TempFolder();
        var options = new SandboxOptions { StateFolder = folder.Path };
        var first = await Some.SandboxAsync(options);
        using var client = new PlainClient(first);
        var ticket = await client.PresignAsync();
        await first.DisposeAsync();

        await using var second = await Some.SandboxAsync(options);
        ticket["post_url"] = new Uri(second.Origin, "storage/").AbsoluteUri;
        using var answer = await client.UploadAsync(ticket, [1]);

        Assert.That((int)answer.StatusCode, Is.EqualTo(204));
    }

    [Test]
    public async Task The_bytes_of_a_file_are_kept_in_the_folder()
    {
        using var folder = new TempFolder();
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path });
        using var client = new PlainClient(sandbox);

        var key = await client.UploadedAsync("an installer");

        var kept = folder[Path.Combine("files", key[(key.LastIndexOf('/') + 1)..])];
        Assert.That(await File.ReadAllTextAsync(kept), Is.EqualTo("an installer"));
    }

    [Test]
    public async Task A_long_name_in_any_script_can_be_kept()
    {
        using var folder = new TempFolder();
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path });
        using var client = new PlainClient(sandbox);

        var ticket = await client.PresignAsync(new string('漢', 250) + ".pkg");
        using var answer = await client.UploadAsync(ticket, [1]);

        Assert.That((int)answer.StatusCode, Is.EqualTo(204));
    }

    [Test]
    public async Task Three_thousand_apps_are_added_at_once()
    {
        using var folder = new TempFolder();
        var options = new SandboxOptions { StateFolder = folder.Path };
        await using (var first = await Some.SandboxAsync(options))
        {
            first.Tenant.Add(Some.SandboxApps(3000));
        }

        await using var second = await Some.SandboxAsync(options);

        Assert.That(second.Tenant.Apps, Has.Count.EqualTo(3000));
    }

    [Test]
    public async Task Two_sandboxes_cannot_share_a_folder()
    {
        using var folder = new TempFolder();
        var options = new SandboxOptions { StateFolder = folder.Path };
        await using var first = await Some.SandboxAsync(options);

        Assert.That(
            () => Some.SandboxAsync(options),
            Throws.TypeOf<KappaException>()
                .With.Message.Contains($"Another sandbox uses the folder {folder.Path}."));
    }

    [Test]
    public async Task A_folder_is_free_again_when_the_sandbox_could_not_start()
    {
        using var folder = new TempFolder();
        var options = new SandboxOptions { StateFolder = folder.Path };
        await using var other = await Some.SandboxAsync();
        await Assert.ThrowsAsync<KappaException>(
            () => Some.SandboxAsync(options with { Port = other.Origin.Port }));

        await using var sandbox = await Some.SandboxAsync(options);

        Assert.That(sandbox.Tenant.Apps, Is.Empty);
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"signing_key\": \"x\", \"apps\": [{\"name\": \"no id\"}]}")]
    [TestCase("{\"signing_key\": \"x\", \"blueprints\": [{\"id\": 1}]}")]
    public void A_file_that_was_spoilt_is_an_error_that_names_it(string text)
    {
        using var folder = new TempFolder();
        var file = folder.Write("tenant.json", text);

        Assert.That(
            () => Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path }),
            Throws.TypeOf<KappaException>().With.Message.StartsWith($"{file} cannot be understood: "));
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_an_error_that_names_it()
    {
        using var folder = new TempFolder();
        var file = folder.Write("file", "in the way");

        Assert.That(
            () => Some.SandboxAsync(new SandboxOptions { StateFolder = file }),
            Throws.TypeOf<KappaException>().With.Message.Contains($"The sandbox cannot use {file}"));
    }

    [Test]
    public async Task A_folder_that_goes_away_breaks_the_sandbox_loudly()
    {
        var folder = new TempFolder();
        var sandbox = await Some.SandboxAsync(new SandboxOptions { StateFolder = folder.Path });
        folder.Dispose();

        Assert.That(() => sandbox.Tenant.Add(Some.SandboxApp()), Throws.TypeOf<KappaException>());

        await sandbox.DisposeAsync();
    }
}
