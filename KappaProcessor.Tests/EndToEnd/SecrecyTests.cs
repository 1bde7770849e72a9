using System.Text;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

internal sealed class SecrecyTests
{
    private const string WebhookSecret = "T00000000-B11111111-webhooksecret";

    private static readonly string[] Faults = ["", "create:500*", "upload:403*", "list:401*", "slack:500*", "presign:html*"];

    [TestCaseSource(nameof(Faults))]
    public async Task No_secret_is_in_anything_a_run_writes(string fault)
    {
        await using var run = await SlackRunAsync();
        if (fault.Length > 0)
        {
            run.Sandbox.Faults.Add(SandboxFaults.Parse(fault));
        }

        var result = await run.GoAsync();

        var written = result.Log + Encoding.UTF8.GetString(result.Output)
            + string.Concat(run.Sandbox.SlackMessages.Select(message => message.ToString()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(written, Has.Length.GreaterThan(200));
            Assert.That(written, Does.Not.Contain(RecipeRun.Token).IgnoreCase);
            Assert.That(written, Does.Not.Contain(WebhookSecret).IgnoreCase);
            Assert.That(written, Does.Not.Contain("SANDBOX/"), "the signed credential");
            Assert.That(written, Does.Not.Contain("eyJ"), "the signed policy, JSON in base64");
        }
    }

    private static async Task<RecipeRun> SlackRunAsync()
    {
        var run = await RecipeRun.StartAsync();
        return run
            .WithConfig("""{ "slack": { "enabled": true, "webhook_name": "SLACK_TOKEN" }, "token_keystore": { "environment": true } }""")
            .WithVariable("SLACK_TOKEN", $"{run.Sandbox.WebhookUrl}?{WebhookSecret}");
    }
}
