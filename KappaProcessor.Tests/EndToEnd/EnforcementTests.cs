using Kappa.Planning;
using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

internal sealed class EnforcementTests
{
    private const string Audited = """
        { "li_enforcement": { "type": "audit_enforce", "delays": { "prod": 5, "test": 0 } } }
        """;

    [Test]
    public async Task An_audited_app_gets_a_script_with_its_own_delay_for_each_variant()
    {
        await using var run = await RecipeRun.StartAsync();
        run.WithConfig(Audited).With("prod_name", "Teapot").With("test_name", "Teapot (Testing)");

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
            Assert.That(Script(run, "Teapot").DelayDays, Is.EqualTo(5));
            Assert.That(Script(run, "Teapot (Testing)").DelayDays, Is.Zero);
            Assert.That(Script(run, "Teapot").Version, Is.EqualTo("1.0"));
            Assert.That(Script(run, "Teapot").BundleId, Is.EqualTo("org.example.teapot"));
        }
    }

    [Test]
    public async Task A_category_makes_only_its_own_variant_a_Self_Service_app()
    {
        await using var run = await RecipeRun.StartAsync();
        run.WithConfig(Audited).With("prod_name", "Teapot").With("test_name", "Tester").With("test_category", "Utilities");

        await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.App("Teapot").Enforcement, Is.EqualTo(Enforcement.AuditEnforce));
            Assert.That(run.App("Tester").Enforcement, Is.EqualTo(Enforcement.SelfService));
        }
    }

    [Test]
    public async Task An_override_sets_category_and_enforcement_over_the_recipe()
    {
        await using var run = await RecipeRun.StartAsync();
        run.WithConfig(Audited)
            .With("custom_app", new Dictionary<string, object> { ["prod_name"] = "Teapot", ["ss_category"] = "Security" })
            .With("ss_category", "Productivity")
            .With("show_in_self_service", true)
            .With("enforcement_type", "install_once");

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.App("Teapot").Enforcement, Is.EqualTo(Enforcement.InstallOnce), result.Log);
            Assert.That(result.Field("self_service_category"), Is.EqualTo("Productivity"));
        }
    }

    [Test]
    public async Task An_existing_app_keeps_the_enforcement_set_in_Kandji()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(Some.CustomApp("Teapot (AutoPkg)") with { Enforcement = Enforcement.InstallOnce });

        var result = await run.WithConfig(Audited).GoAsync();

        Assert.That(run.App("Teapot (AutoPkg)").Enforcement, Is.EqualTo(Enforcement.InstallOnce), result.Log);
    }

    [Test]
    public async Task An_app_audited_in_Kandji_gets_a_fresh_script_whatever_the_configuration_says()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.WithConfig(Audited).GoAsync();

        await run.WithConfig("""{ "li_enforcement": { "type": "install_once" } }""").Build("1.1").GoAsync();

        Assert.That(Script(run, "Teapot (AutoPkg)").Version, Is.EqualTo("1.1"));
    }

    [Test]
    public async Task A_rebuilt_installer_of_the_same_version_keeps_its_deadline()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.WithConfig(Audited).GoAsync();
        var started = Script(run, "Teapot (AutoPkg)").CreatedAt;
        await Task.Delay(TimeSpan.FromSeconds(50), run.Clock);

        var result = await run.With("force_upload", true).GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "updated" }), result.Log);
            Assert.That(Script(run, "Teapot (AutoPkg)").CreatedAt, Is.EqualTo(started));
        }
    }

    [Test]
    public async Task A_script_that_an_administrator_wrote_is_left_alone()
    {
        const string own = "#!/bin/zsh\n[[ -d /Applications/Teapot.app ]]\n";
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(
            Some.CustomApp("Teapot (AutoPkg)") with { Enforcement = Enforcement.AuditEnforce, AuditScript = own });

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "updated" }), result.Log);
            Assert.That(run.App("Teapot (AutoPkg)").AuditScript, Is.EqualTo(own));
            Assert.That(result.Warnings, Has.Some.Contains("audit script"));
        }
    }

    [Test]
    public async Task Settings_alone_are_updated_when_asked_for()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();

        var result = await run.With("update_settings", "true").With("restart", "yes").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "settings_updated" }), result.Log);
            Assert.That(run.App("Teapot (AutoPkg)").Restart, Is.True);
            Assert.That(result.Steps, Does.Not.Contain(SandboxStep.Upload));
        }
    }

    [Test]
    public async Task An_unknown_category_falls_back_with_a_warning()
    {
        await using var run = await RecipeRun.StartAsync();

        var result = await run.With("ss_category", "Prodctivity").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Field("self_service_category"), Is.EqualTo("Apps"), result.Log);
            Assert.That(result.Warnings, Has.Some.Contains("Productivity"));
        }
    }

    [Test]
    public async Task The_installer_is_believed_over_the_recipe_with_a_warning()
    {
        await using var run = await RecipeRun.StartAsync();

        var result = await run.WithConfig(Audited).With("version", "9.9").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Script(run, "Teapot (AutoPkg)").Version, Is.EqualTo("1.0"));
            Assert.That(result.Warnings, Has.Some.Contains("9.9").And.Some.Contains("1.0"));
        }
    }

    private static AuditScriptFacts Script(RecipeRun run, string app) =>
        AuditScriptFacts.TryRead(run.App(app).AuditScript)!;
}
