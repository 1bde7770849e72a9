using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

internal sealed class SlackTests
{
    private const string Green = "#2EB67D";
    private const string Red = "#E01E5A";

    [Test]
    public async Task Hears_of_a_created_app_with_a_link_to_it()
    {
        await using var run = await StartAsync();

        var result = await run.GoAsync();

        var message = Attachment(run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)message["color"], Is.EqualTo(Green), result.Log);
            Assert.That((string?)message["title_link"], Is.EqualTo(result.Field("url")));
            Assert.That((string?)message["text"], Does.Contain("Teapot (AutoPkg)").And.Contain("Teapot-1.0.pkg"));
        }
    }

    [Test]
    public async Task Hears_nothing_of_an_unchanged_app()
    {
        await using var run = await StartAsync();
        await run.GoAsync();

        await run.GoAsync();

        Assert.That(run.Sandbox.SlackMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Hears_nothing_of_a_dry_run()
    {
        await using var run = await StartAsync();

        await run.With("dry_run", true).GoAsync();

        Assert.That(run.Sandbox.SlackMessages, Is.Empty);
    }

    [Test]
    public async Task Hears_of_duplicates_in_red()
    {
        await using var run = await StartAsync();
        run.Sandbox.Tenant.Add(Some.CustomApp("Teapot (AutoPkg)"), Some.CustomApp("Teapot (AutoPkg)"));

        await run.GoAsync();

        Assert.That((string?)Attachment(run)["color"], Is.EqualTo(Red));
    }

    [Test]
    public async Task Hears_of_a_run_that_could_do_nothing()
    {
        await using var run = await StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("list:403*"));

        await run.GoAsync();

        Assert.That((string?)Attachment(run)["color"], Is.EqualTo(Red));
    }

    [Test]
    public async Task Escapes_what_a_name_would_do_to_a_message()
    {
        await using var run = await StartAsync();

        await run.With("prod_name", "A <b> & \"c\" `d`").GoAsync();

        Assert.That((string?)Attachment(run)["text"], Does.Contain("A &lt;b&gt; &amp; \"c\" 'd'"));
    }

    [Test]
    public async Task Is_waited_for_when_it_asks_to()
    {
        await using var run = await StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("slack:429/7"));

        await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Clock.Waits, Does.Contain(TimeSpan.FromSeconds(7)));
            Assert.That(run.Sandbox.SlackMessages, Has.Count.EqualTo(1));
        }
    }

    [TestCase("slack:500*")]
    [TestCase("slack:reset-before*")]
    public async Task Being_away_is_a_warning_and_no_failure(string fault)
    {
        await using var run = await StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse(fault));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done));
            Assert.That(result.Warnings, Has.Some.Contains("Slack"));
        }
    }

    private static async Task<RecipeRun> StartAsync()
    {
        var run = await RecipeRun.StartAsync();
        return run
            .WithConfig("""{ "slack": { "enabled": true }, "token_keystore": { "environment": true } }""")
            .WithVariable("SLACK_TOKEN", run.Sandbox.WebhookUrl.AbsoluteUri);
    }

    private static JToken Attachment(RecipeRun run) => run.Sandbox.SlackMessages.Single()["attachments"]![0]!;
}
