using Kappa.Configuration;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class AuditChangeTests
{
    private const string HandWritten = "#!/bin/zsh\nexit 0\n";

    private static readonly AppTarget Audited = Some.Target(enforcement: Enforcement.AuditEnforce);

    [TestCase("install_once")]
    [TestCase("self_service")]
    [TestCase("audit_enforce")]
    public void Sends_a_fresh_script_with_a_new_installer_whatever_the_configuration_says(string configured)
    {
        var facts = Some.Facts(Some.Target(enforcement: Enforcement.TryParse(configured)), Some.AuditedApp());

        var step = Planner.Plan(facts).Steps.Single();

        Assert.That(step.Audit, Is.Not.Null);
    }

    [Test]
    public void Says_that_the_app_stays_continuously_enforced()
    {
        var plan = Planner.Plan(Some.Facts(Some.Target(), Some.AuditedApp()));

        Assert.That(Some.Texts(plan.Notes), Is.EqualTo(
            "Decision: 'Firefox' keeps the enforcement that it has in Kandji, audit_enforce; "
            + "install_once is for new apps."));
    }

    [Test]
    public void Fills_the_next_script_knowing_the_present_one()
    {
        var facts = Some.Facts(Audited with { DelayDays = 5 }, Some.AuditedApp(3, "127.0"));

        var step = Planner.Plan(facts).Steps.Single();

        Assert.That(step.Audit, Is.EqualTo(new AuditScriptPlan
        {
            Template = facts.AuditTemplate,
            DelayDays = 5,
            Current = AuditScriptFacts.TryRead(Some.GeneratedScript(3, "127.0")),
            SameInstaller = false,
            Deadline = DeadlinePolicy.PerVersion,
        }));
    }

    [Test]
    public void Moves_no_deadline_when_the_installer_is_the_tenants()
    {
        var target = Audited with { DelayDays = 30, DelayIsStated = true };

        var plan = Planner.Plan(Some.Facts(target, Some.Current(Some.AuditedApp())));

        Assert.That(plan.NeedsApplication, Is.False);
    }

    [Test]
    public void Sends_no_script_to_an_app_that_is_not_continuously_enforced()
    {
        var app = Some.TenantApp() with { AuditScript = Some.GeneratedScript() };

        var plan = Planner.Plan(Some.Facts(Audited, app));

        Assert.That(plan.NeedsApplication, Is.False);
    }

    [Test]
    public void Leaves_a_hand_written_script_alone_and_warns()
    {
        var plan = Planner.Plan(Some.Facts(Audited, Some.AuditedApp() with { AuditScript = HandWritten }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Steps.Single().Audit, Is.Null);
            Assert.That(plan.NeedsUpload, Is.True);
            Assert.That(Some.Texts(plan.Notes), Is.EqualTo(
                "Warning: 'Firefox': its audit script in Kandji was not made by Kappa or its predecessors, "
                + "so it is left as it is; bring it in line with this change by hand."));
        }
    }

    [Test]
    public void Says_nothing_of_a_hand_written_script_when_nothing_changes()
    {
        var app = Some.Current(Some.AuditedApp()) with { AuditScript = HandWritten };

        var plan = Planner.Plan(Some.Facts(Audited, app));

        Assert.That(plan.Notes, Is.Empty);
    }

    [TestCase("")]
    [TestCase(" \n")]
    public void Gives_an_app_without_a_script_a_fresh_one(string script)
    {
        var plan = Planner.Plan(Some.Facts(Audited, Some.AuditedApp() with { AuditScript = script }));

        Assert.That(plan.Steps.Single().Audit, Has.Property("Current").Null);
    }

    [Test]
    public void Brings_a_stated_delay_to_an_unchanged_app_and_keeps_its_clock()
    {
        var target = Audited with { DelayDays = 7, DelayIsStated = true };

        var update = Update(target, Some.Current(Some.AuditedApp(delayDays: 3)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.WithInstaller, Is.False);
            Assert.That(update.Changes.Single(), Is.EqualTo("delay: 3 days → 7 days"));
            Assert.That(update.Audit, Has.Property("SameInstaller").True);
            Assert.That(update.Audit!.Current!.CreatedAt, Is.EqualTo(Some.Noon.AddDays(-5)));
        }
    }

    [TestCase(3, true, TestName = "The delay is the script's")]
    [TestCase(7, false, TestName = "The delay is the configuration's alone")]
    public void Leaves_an_unchanged_apps_script_unless_another_delay_is_stated(int days, bool stated)
    {
        var target = Audited with { DelayDays = days, DelayIsStated = stated };

        var plan = Planner.Plan(Some.UpdatingSettings(target, Some.Current(Some.AuditedApp(delayDays: 3))));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Does_not_bring_a_stated_delay_to_a_hand_written_script_but_warns()
    {
        var target = Audited with { DelayDays = 7, DelayIsStated = true };
        var app = Some.Current(Some.AuditedApp()) with { AuditScript = HandWritten };

        var plan = Planner.Plan(Some.UpdatingSettings(target, app));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
            Assert.That(plan.Notes.Single().Level, Is.EqualTo(NoteLevel.Warning));
        }
    }

    [Test]
    public void Mends_a_continuously_enforced_app_without_a_script_when_settings_are_updated()
    {
        var update = Update(Audited, Some.Current(Some.AuditedApp()) with { AuditScript = "" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.Changes.Single(), Is.EqualTo("delay: none → 3 days"));
            Assert.That(update.Audit, Is.Not.Null);
        }
    }

    [Test]
    public void Starts_a_clock_when_an_app_comes_to_be_continuously_enforced()
    {
        var app = Some.Current(Some.TenantApp()) with { AuditScript = Some.GeneratedScript() };

        var update = Update(Audited with { EnforcementIsStated = true }, app);

        Assert.That(update.Audit, Has.Property("Current").Null);
    }

    [Test]
    public void Sends_a_hand_written_script_back_as_it_is_when_its_app_comes_to_be_continuously_enforced()
    {
        var app = Some.Current(Some.TenantApp()) with { AuditScript = HandWritten };

        var update = Update(Audited with { EnforcementIsStated = true }, app);

        Assert.That(update.Fields, Is.EqualTo(new CustomAppFields
        {
            Enforcement = Enforcement.AuditEnforce,
            AuditScript = HandWritten,
        }));
    }

    private static PlanStep.Update Update(AppTarget target, CustomApp app) =>
        (PlanStep.Update)Planner.Plan(Some.UpdatingSettings(target, app)).Steps.Single();
}
