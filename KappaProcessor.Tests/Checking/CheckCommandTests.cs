using System.Runtime.Versioning;
using Kappa.Checking;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Checking;

/// <summary><c>kappa check</c> as a person and a program see it.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class CheckCommandTests
{
    private static readonly string Step =
        RealAutoPkg.KappaStep("<key>ss_category</key><string>%CATEGORY%</string>");

    [Test]
    public async Task All_is_well_where_nothing_is_wrong()
    {
        await using var run = await CheckRun.StartAsync();

        var result = await run.RunAsync();

        Assert.That(result.ExitCode, Is.Zero);
        Golden.Matches(run.Anonymous(result.Output), "check/healthy");
    }

    [Test]
    public async Task An_address_may_be_AutoPkgs_preference()
    {
        await using var run = await CheckRun.StartAsync();
        run.Replace("config/config.json", run.Sandbox.Origin.AbsoluteUri, "");
        run.Folder.Write(
            "home/.config/Autopkg/config.json", $$"""{ "KANDJI_API_URL": "{{run.Sandbox.Origin}}" }""");

        var (exitCode, findings) = await run.FindAsync();

        Assert.That(exitCode, Is.Zero);
        Assert.That(
            findings.Single(finding => finding.Check == "Tenant").Message, Does.Contain("AutoPkg's preferences"));
    }

    [Test]
    public async Task What_to_do_is_below_what_is_wrong()
    {
        await using var run = await CheckRun.StartAsync(Kappa.Sandbox.SandboxStep.Create);
        run.Replace("config/recipe_map.json", "Standard", "Standart");
        run.Delete("bin/7zz");

        var result = await run.RunAsync();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Golden.Matches(run.Anonymous(result.Output), "check/faults");
    }

    [Test]
    public async Task Programs_get_an_object_a_check()
    {
        await using var run = await CheckRun.StartAsync();
        run.Delete("bin/7zz");

        var json = JArray.Parse((await run.RunAsync("--json")).Output);

        var images = json.Single(one => (string?)one["check"] == "Disk images");
        Assert.That(((JObject)images).Properties().Select(one => one.Name),
            Is.EqualTo(["check", "status", "message", "remedy"]));
        Assert.That((string?)images["status"], Is.EqualTo("warning"));
        Assert.That(((JObject)json[0]).ContainsKey("remedy"), Is.False);
    }

    [Test]
    public async Task Every_problem_of_a_file_is_told()
    {
        await using var run = await CheckRun.StartAsync();
        run.Replace("config/config.json", "\"enabled\": true", "\"enabled\": \"maybe\"");
        run.Replace("config/config.json", "\"Apps\"", "7");

        var (_, findings) = await run.FindAsync();

        Assert.That(
            findings.Where(one => one.Status == CheckStatus.Failed).Select(one => one.Message),
            Has.One.Contains("slack.enabled").And.One.Contains("zz_defaults.self_service_category"));
    }

    [Test]
    public async Task Checks_that_need_the_tenant_say_why_they_are_skipped()
    {
        await using var run = await CheckRun.StartAsync();
        run.Set("KANDJI_TOKEN", null);

        var (_, findings) = await run.FindAsync();

        Assert.That(
            findings.Where(one => one.Status == CheckStatus.Skipped).Select(one => $"{one.Check}: {one.Message}"),
            Has.One.EqualTo("Matching: there is no token to ask with"));
        Assert.That(run.Sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task The_token_itself_is_never_told()
    {
        await using var run = await CheckRun.StartAsync();

        var result = await run.RunAsync();

        Assert.That(result.Output + result.Errors, Does.Not.Contain(CheckRun.Token));
    }

    [Test]
    public async Task The_account_in_the_keychain_is_told()
    {
        await using var run = await CheckRun.StartAsync();
        run.IsMac = true;
        run.Keychain.Holds("show-keychain-info", "").Holds("irupkg", CheckRun.Token);
        run.Replace(
            "config/config.json",
            "\"environment\": true, \"keychain\": false",
            "\"environment\": false, \"keychain\": true");
        run.Replace("config/config.json", "\"enabled\": true", "\"enabled\": false");

        var (exitCode, findings) = await run.FindAsync();

        Assert.That(exitCode, Is.Zero);
        Assert.That(
            findings.Single(one => one.Check == "Token").Message,
            Is.EqualTo("KANDJI_TOKEN, from the macOS keychain (account irupkg)"));
    }

    [TestCase(true, null, true)]
    [TestCase(true, "1", false)]
    [TestCase(false, null, false)]
    public async Task Colours_are_for_terminals(bool isTerminal, string? noColor, bool colored)
    {
        await using var run = await CheckRun.StartAsync();
        run.IsTerminal = isTerminal;
        run.Set("NO_COLOR", noColor);

        var result = await run.RunAsync();

        Assert.That(result.Output.Contains("\u001B[32m✓\u001B[0m", StringComparison.Ordinal), Is.EqualTo(colored));
        Assert.That(result.Output.Contains('\u001B', StringComparison.Ordinal), Is.EqualTo(colored));
    }

    [Test]
    public async Task A_recipes_names_are_looked_up_as_well()
    {
        await using var run = await CheckRun.StartAsync();
        run.Sandbox.Tenant.Add(Some.CustomApp("Zoom"), Some.CustomApp("Zoom"));
        run.HasRecipe("Zoom.pkg", "<key>prod_name</key><string>Zoom</string>");

        var (exitCode, findings) = await run.FindAsync("Zoom.pkg");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(
            findings.Single(one => one.Status == CheckStatus.Failed).Message,
            Does.StartWith("recipe Zoom.pkg: 2 Custom Apps are named 'Zoom'"));
    }

    [Test]
    public async Task A_steps_Arguments_take_values_from_the_Input()
    {
        await using var run = await CheckRun.StartAsync();
        run.HasRecipe(
            "Zoom.pkg",
            "<key>prod_name</key><string>Zoom</string><key>CATEGORY</key><string>Securty</string>",
            Step);

        var (_, findings) = await run.FindAsync("Zoom.pkg");

        Assert.That(
            findings.Single(one => one.Check == "Categories").Message,
            Does.Contain("no Self Service category 'Securty' (nearest: Security)"));
    }

    [Test]
    public async Task A_value_that_another_step_sets_is_left_alone()
    {
        await using var run = await CheckRun.StartAsync();
        run.HasRecipe("Firefox.pkg", "", Step);

        Assert.That((await run.FindAsync("Firefox.pkg")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_recipe_that_AutoPkg_does_not_find_fails()
    {
        await using var run = await CheckRun.StartAsync();

        var (exitCode, findings) = await run.FindAsync("Nothing.pkg");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(
            findings.Single(one => one.Check == "Recipe").Message,
            Does.StartWith("AutoPkg finds no recipe Nothing.pkg"));
    }

    [Test]
    public async Task A_YAML_recipe_is_said_to_be_left_out()
    {
        await using var run = await CheckRun.StartAsync();
        run.Sees(run.Folder.Write("recipes/Zoom.pkg.recipe.yaml", "Input: {}"), "Zoom.pkg");

        var (exitCode, findings) = await run.FindAsync("Zoom.pkg");

        Assert.That(exitCode, Is.Zero);
        Assert.That(
            findings.Single(one => one.Status == CheckStatus.Warning).Message, Does.Contain("not looked into"));
    }

    [Test]
    public async Task An_unknown_option_is_no_recipe()
    {
        await using var run = await CheckRun.StartAsync();

        Assert.That((await run.RunAsync("--jason")).ExitCode, Is.EqualTo(2));
    }
}
