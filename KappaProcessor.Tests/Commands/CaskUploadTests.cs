using System.Security.Cryptography;
using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Commands;

/// <summary><c>kappa upload</c> of Homebrew casks, without brew: API, vendor and tenant are all on loopback.</summary>
internal sealed class CaskUploadTests
{
    private static readonly byte[] Package = UploadRun.PackageBytes();

    [Test]
    public async Task A_cask_becomes_an_app_that_is_named_after_it()
    {
        await using var homebrew = new ScriptedServer();
        await using var run = await StartAsync(homebrew);
        Offer(homebrew, "teapot", Package);

        var result = await run.GoAsync("-b", "teapot");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.AppNames, Is.EqualTo(["Teapot (AutoPkg)"]));
    }

    [Test]
    public async Task The_same_cask_again_is_neither_downloaded_nor_uploaded()
    {
        await using var homebrew = new ScriptedServer();
        await using var run = await StartAsync(homebrew);
        Offer(homebrew, "teapot", Package);
        await run.GoAsync("-b", "teapot");
        Describe(homebrew, "teapot", Package);

        var results = await run.JsonAsync("-b", "teapot");

        Assert.That(
            ((string?)results.Single()["action"], (string?)results.Single()["cask"], run.Count(SandboxStep.Upload)),
            Is.EqualTo(("unchanged", "teapot", 1)));
        Assert.That(homebrew.Requests.Count(request => request.Line.Contains(".pkg", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Scheduled_casks_go_up_with_their_own_settings_and_one_that_fails_stops_no_other()
    {
        await using var homebrew = new ScriptedServer();
        await using var run = await StartAsync(homebrew);
        run.Folder.Write("config.json", "{}");
        run.Folder.Write("brew_cron.json", """
            {
              "brew_casks": ["kettle", "broken", "missing", "teapot", "urn"],
              "every_n_hours": 8,
              "cask_settings": { "teapot": { "prod_name": "Tea", "ss_category": "Productivity" } }
            }
            """);
        Offer(homebrew, "kettle", UploadRun.PackageBytes("Kettle"));
        Describe(homebrew, "broken", Package);
        homebrew.Add(ServerReply.File(200, UploadRun.PackageBytes("Other")));
        homebrew.Add(ServerReply.Text(404, "no such cask"));
        Offer(homebrew, "teapot", Package);
        Offer(homebrew, "urn", UploadRun.PackageBytes("Urn"));

        var result = await run.GoAsync("--scheduled", "--json", "--config", run.Folder["config.json"]);

        Assert.That(run.AppNames, Is.EquivalentTo(["Kettle (AutoPkg)", "Tea", "Urn (AutoPkg)"]), result.Errors);
        Assert.That(
            JArray.Parse(result.Output).Select(one => $"{one["cask"]} {one["action"]}"),
            Is.EqualTo(["kettle created", "broken failed", "missing failed", "teapot created", "urn created"]));
        Assert.That(result.ExitCode, Is.EqualTo(1));
    }

    [TestCase("--scheduled", "-b", "teapot")]
    [TestCase("--scheduled", "a.pkg")]
    [TestCase("--scheduled", "-n", "Tea")]
    public async Task A_schedule_goes_with_nothing_else(params string[] arguments)
    {
        await using var run = await UploadRun.StartAsync();

        var result = await run.GoAsync(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    private static async Task<UploadRun> StartAsync(ScriptedServer homebrew) => (await UploadRun.StartAsync())
        .WithVariable("PATH", "")
        .WithVariable("KAPPA_CASK_API", new Uri(homebrew.Root, "api/").AbsoluteUri);

    private static void Offer(ScriptedServer homebrew, string token, byte[] package)
    {
        Describe(homebrew, token, package);
        homebrew.Add(ServerReply.File(200, package));
    }

    private static void Describe(ScriptedServer homebrew, string token, byte[] package)
    {
        var cask = JObject.Parse(Some.CaskJson("teapot"));
        cask["token"] = token;
        cask["name"] = new JArray(char.ToUpperInvariant(token[0]) + token[1..]);
        cask["url"] = new Uri(homebrew.Root, $"{token}-1.2.pkg").AbsoluteUri;
        cask["sha256"] = Convert.ToHexStringLower(SHA256.HashData(package));
        homebrew.Add(ServerReply.Json(200, cask.ToString()));
    }
}
