using Kappa.Planning;
using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>From when a version is enforced, run after run, and what the log says of it.</summary>
internal sealed class DeadlineTests
{
    private const string Prod = "Teapot";

    private const string Test = "Teapot (Testing)";

    /// <summary>A run takes seconds: the simulated tenant processes an upload.</summary>
    private static readonly TimeSpan ARun = TimeSpan.FromMinutes(1);

    [TestCase("""{ "type": "audit_enforce", "delays": { "prod": 5, "test": 1 } }""", 5, 1)]
    [TestCase("""{ "type": "audit_enforce", "delays": { "prod": 0, "test": 0 } }""", 0, 0)]
    [TestCase("""{ "type": "audit_enforce", "delays": { "prod": 7 } }""", 7, 3)]
    [TestCase("""{ "type": "audit_enforce" }""", 3, 3)]
    public async Task Each_variant_gets_its_own_deadline(string enforcement, int prodDays, int testDays)
    {
        await using var run = await StartAsync(enforcement);

        await run.Build("119.0").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Deadline(run, Prod), Is.EqualTo(Some.Noon.AddDays(prodDays)).Within(ARun));
            Assert.That(Deadline(run, Test), Is.EqualTo(Some.Noon.AddDays(testDays)).Within(ARun));
        }
    }

    [Test]
    public async Task Without_a_delay_a_Mac_installs_at_once_and_with_one_it_waits()
    {
        await using var run = await StartAsync("""{ "type": "audit_enforce", "delays": { "prod": 5, "test": 0 } }""");
        await run.Build("119.0").GoAsync();
        using var mac = new AuditMac { Now = run.Clock.GetUtcNow() }.WithApp(
            "/Applications/Teapot.app", "CFBundleIdentifier=org.example.teapot", "CFBundleShortVersionString=118.0");

        var prod = await mac.RunAsync(run.App(Prod).AuditScript);
        var test = await mac.RunAsync(run.App(Test).AuditScript);

        Assert.That((prod.ExitCode, test.ExitCode), Is.EqualTo((0, 1)), prod.Report + test.Report);
    }

    [Test]
    public async Task An_unchanged_installer_moves_no_deadline()
    {
        await using var run = await StartAsync();
        await run.Build("119.0").GoAsync();
        var before = (run.App(Prod), run.App(Test));
        run.Clock.Advance(TimeSpan.FromDays(2));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "unchanged", "unchanged" }), result.Log);
            Assert.That(result.Steps, Is.EqualTo(new[] { SandboxStep.List }));
            Assert.That((run.App(Prod), run.App(Test)), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task A_new_version_starts_its_own_clock_and_the_log_says_from_which_to_which()
    {
        await using var run = await StartAsync();
        await run.Build("119.0").GoAsync();
        run.Clock.Advance(TimeSpan.FromDays(2));

        var result = await run.Build("120.0").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Lines('1'), Has.Member("'Teapot': enforced version 119.0 → 120.0"));
            Assert.That(result.Lines('1'), Has.Member("'Teapot (Testing)': enforced version 119.0 → 120.0"));
            Assert.That(Deadline(run, Prod), Is.EqualTo(Some.Noon.AddDays(2 + 5)).Within(2 * ARun));
            Assert.That(Deadline(run, Test), Is.EqualTo(Some.Noon.AddDays(2)).Within(2 * ARun));
            Assert.That(result.Warnings, Is.Empty);
        }
    }

    [TestCase("per_version")]
    [TestCase("first_unmet")]
    public async Task A_lower_version_is_enforced_with_a_warning(string deadline)
    {
        await using var run = await StartAsync(Enforcing(deadline));
        await run.Build("120.0").GoAsync();

        var result = await run.Build("119.0").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Script(run, Prod).Version, Is.EqualTo("119.0"));
            Assert.That(result.Lines('1'), Has.Member("'Teapot': enforced version 120.0 → 119.0"));
            Assert.That(result.Warnings, Has.Exactly(1).EqualTo(
                "WARNING: 'Teapot': the enforced version goes down, from 120.0 to 119.0: Macs that have 120.0 will keep it"));
        }
    }

    [Test]
    public async Task With_first_unmet_a_running_deadline_holds_for_every_version_until_it_is_over()
    {
        await using var run = await StartAsync(Enforcing("first_unmet"));
        await run.Build("119.0").GoAsync();
        var first = Deadline(run, Prod);

        run.Clock.Advance(TimeSpan.FromDays(2));
        var second = await run.Build("120.0").GoAsync();
        run.Clock.Advance(TimeSpan.FromDays(2));
        await run.Build("121.0").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Script(run, Prod).Version, Deadline(run, Prod)), Is.EqualTo(("121.0", first)));
            Assert.That(second.Lines('1'), Has.Some.EndsWith(": the deadline of 119.0 is running and holds"));
        }
    }

    [Test]
    public async Task With_first_unmet_a_version_that_comes_after_the_deadline_starts_its_own_clock()
    {
        await using var run = await StartAsync(Enforcing("first_unmet"));
        await run.Build("119.0").GoAsync();
        run.Clock.Advance(TimeSpan.FromDays(6));

        await run.Build("120.0").GoAsync();

        Assert.That(Deadline(run, Prod), Is.EqualTo(Some.Noon.AddDays(6 + 5)).Within(2 * ARun));
    }

    [TestCase("#!/bin/zsh -f", "\"", TestName = "KAPPA's")]
    [TestCase("#!/bin/zsh", "\"", TestName = "kpkg's and irupkg's")]
    [TestCase("#!/bin/zsh -f", "'", TestName = "Kappa's")]
    public async Task A_generated_script_is_read_and_replaced(string firstLine, string quote)
    {
        await using var run = await StartAsync();
        run.Sandbox.Tenant.Add(Audited(
            $"{firstLine}\n#\n\nDAYS_UNTIL_ENFORCEMENT=3\n\nAPP_NAME={quote}Teapot.app{quote}\n"
                + $"BUNDLE_ID={quote}org.example.teapot{quote}\nPKG_ID={quote}{quote}\n"
                + $"MINIMUM_ENFORCED_VERSION={quote}119.0{quote}\nCREATION_TIMESTAMP={quote}1715000000{quote}\n\nmain\n"));

        var result = await run.Build("120.0").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Lines('1'), Has.Member("'Teapot': enforced version 119.0 → 120.0"));
            Assert.That(run.App(Prod).AuditScript, Does.StartWith("#!/bin/zsh -f\n# Made by Kappa."));
        }
    }

    [Test]
    public async Task A_dry_run_says_what_would_be_enforced_and_changes_no_script()
    {
        await using var run = await StartAsync();
        await run.Build("119.0").GoAsync();
        var before = (run.App(Prod), run.App(Test));

        var result = await run.Build("120.0").With("dry_run", true).GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Lines('1'), Has.Member("'Teapot': enforced version 119.0 → 120.0"));
            Assert.That((run.App(Prod), run.App(Test)), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task The_administrator_s_own_template_is_filled_in()
    {
        await using var run = await StartAsync();
        run.Folder.Write("own.sh", "#!/bin/sh\nAPP_NAME=\nMINIMUM_ENFORCED_VERSION=0\nDAYS_UNTIL_ENFORCEMENT=\nexit 0\n");
        run.WithConfig("""{ "li_enforcement": { "type": "audit_enforce" }, "audit_script": "own.sh" }""");

        var result = await run.Build("119.0").GoAsync();

        Assert.That(run.App(Prod).AuditScript, Is.EqualTo(
            "#!/bin/sh\nAPP_NAME='Teapot.app'\nMINIMUM_ENFORCED_VERSION='119.0'\nDAYS_UNTIL_ENFORCEMENT='3'\nexit 0\n"),
            result.Log);
    }

    private static string Enforcing(string deadline) =>
        $$"""{ "type": "audit_enforce", "delays": { "prod": 5, "test": 0 }, "deadline": "{{deadline}}" }""";

    /// <summary>A recipe with both variants; 5 days for prod and none for test, unless told otherwise.</summary>
    private static async Task<RecipeRun> StartAsync(string? enforcement = null)
    {
        var run = await RecipeRun.StartAsync();
        return run.WithConfig($$"""{ "li_enforcement": {{enforcement ?? Enforcing("per_version")}} }""")
            .With("prod_name", Prod)
            .With("test_name", Test);
    }

    private static CustomApp Audited(string script) => Some.CustomApp(Prod) with
    {
        Enforcement = Enforcement.AuditEnforce,
        AuditScript = script,
    };

    private static AuditScriptFacts Script(RecipeRun run, string app) =>
        AuditScriptFacts.TryRead(run.App(app).AuditScript)!;

    private static DateTimeOffset Deadline(RecipeRun run, string app)
    {
        var script = Script(run, app);
        return script.CreatedAt!.Value.AddDays(script.DelayDays!.Value);
    }
}
