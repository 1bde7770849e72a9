using System.Runtime.Versioning;
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

    [TestCase("")]
    [TestCase("upload:403*")]
    [Category(BuiltExecutable.Category)]
    [Platform("Linux", Reason = "Only Linux has /proc.")]
    public async Task No_secret_is_in_any_file_or_command_line_of_the_executable(string fault)
    {
        await using var run = await SlackRunAsync();
        var commandLines = "";
        run.Watching = _ => commandLines += CommandLines();
        if (fault.Length > 0)
        {
            run.Sandbox.Faults.Add(SandboxFaults.Parse(fault));
        }

        var result = await run.StartExecutable();

        var files = string.Concat(Directory
            .EnumerateFiles(run.Folder.Path, "*", SearchOption.AllDirectories)
            .Select(path => path + Encoding.UTF8.GetString(File.ReadAllBytes(path))));
        foreach (var written in new[] { result.StandardOutput, result.StandardError, files, commandLines })
        {
            Assert.That(written, Has.Length.GreaterThan(200));
            Assert.That(written, Does.Not.Contain(RecipeRun.Token).IgnoreCase);
            Assert.That(written, Does.Not.Contain(WebhookSecret).IgnoreCase);
            Assert.That(written, Does.Not.Contain("SANDBOX/"), "the signed credential");
        }
    }

    [TestCase(0b110_100_000, true)]
    [TestCase(0b110_000_100, true)]
    [TestCase(0b110_000_000, false)]
    [UnsupportedOSPlatform("windows")]
    public async Task A_configuration_that_others_can_read_and_that_holds_a_secret_is_a_warning(int mode, bool warns)
    {
        await using var run = await RecipeRun.StartAsync();
        run.WithConfig("""{ "kandji": { "token": "5e0b7a0c-2a4b-4e58-9d8a-0f6b8f3f9f11" } }""");
        File.SetUnixFileMode(run.Folder["config.json"], (UnixFileMode)mode);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Warnings, Has.Exactly(warns ? 1 : 0).Contains("others").Or.Contains("other users"));
            Assert.That(result.Log, Does.Not.Contain("5e0b7a0c"));
        }
    }

    /// <summary>Of all processes there are; one may end meanwhile.</summary>
    private static string CommandLines() => string.Concat(Directory
        .EnumerateDirectories("/proc")
        .Select(process => Path.Combine(process, "cmdline"))
        .Where(File.Exists)
        .Select(path =>
        {
            try
            {
                return File.ReadAllText(path);
            }
            catch (IOException)
            {
                return "";
            }
        }));

    private static async Task<RecipeRun> SlackRunAsync()
    {
        var run = await RecipeRun.StartAsync();
        return run
            .WithConfig("""{ "slack": { "enabled": true, "webhook_name": "SLACK_TOKEN" }, "token_keystore": { "environment": true } }""")
            .WithVariable("SLACK_TOKEN", $"{run.Sandbox.WebhookUrl}?{WebhookSecret}");
    }
}
