using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class NewAppPlannerTests
{
    [Test]
    public void Sends_nothing_that_nobody_asked_for()
    {
        var step = Create(Some.Target());

        Assert.That(step.Fields, Is.EqualTo(new CustomAppFields
        {
            Name = "Firefox",
            InstallType = "package",
            Enforcement = Enforcement.InstallOnce,
        }));
    }

    [Test]
    public void Shows_an_app_for_self_service_in_its_category()
    {
        var target = Some.Target(enforcement: Enforcement.SelfService) with { Category = "productivity" };

        var step = Create(target);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Fields.ShowInSelfService, Is.True);
            Assert.That(step.Fields.SelfServiceCategoryId, Is.EqualTo("c-prod"));
            Assert.That(step.Category, Is.EqualTo("Productivity"));
        }
    }

    [Test]
    public void Shows_an_enforced_app_when_asked_to_in_the_configured_category()
    {
        var target = Some.Target(enforcement: Enforcement.AuditEnforce) with { ShowInSelfService = true };

        var step = Create(target);

        Assert.That(
            (step.Fields.ShowInSelfService, step.Fields.SelfServiceCategoryId), Is.EqualTo((true, "c-apps")));
    }

    [Test]
    public void Hides_an_enforced_app_when_asked_to_without_a_category()
    {
        var step = Create(Some.Target() with { ShowInSelfService = false, Category = "Productivity" });

        Assert.That(
            (step.Fields.ShowInSelfService, step.Fields.SelfServiceCategoryId),
            Is.EqualTo((false, (string?)null)));
    }

    [Test]
    public void Warns_that_an_app_for_self_service_cannot_be_hidden()
    {
        var target = Some.Target(enforcement: Enforcement.SelfService) with { ShowInSelfService = false };

        var plan = Planner.Plan(Some.Facts(target, new AppMatch.Missing()));

        Assert.That(Some.Texts(plan.Notes), Is.EqualTo(
            "Warning: 'Firefox' is installed from Self Service alone, so it is shown there although "
            + "show_in_self_service is false."));
    }

    [Test]
    public void Passes_on_that_the_category_is_another()
    {
        var target = Some.Target(enforcement: Enforcement.SelfService) with { Category = "Games" };

        var plan = Planner.Plan(Some.Facts(target, new AppMatch.Missing()));

        Assert.That(plan.Notes.Single().Text, Does.Contain("no Self Service category 'Games'"));
    }

    [Test]
    public void Sends_every_setting_that_was_given()
    {
        var step = Create(Some.Target() with
        {
            PreinstallScript = "#!/bin/sh\n",
            PostinstallScript = "#!/bin/zsh\n",
            SelfServiceRecommended = true,
            Active = false,
            Restart = true,
        });

        Assert.That(step.Fields, Is.EqualTo(new CustomAppFields
        {
            Name = "Firefox",
            InstallType = "package",
            Enforcement = Enforcement.InstallOnce,
            PreinstallScript = "#!/bin/sh\n",
            PostinstallScript = "#!/bin/zsh\n",
            SelfServiceRecommended = true,
            Active = false,
            Restart = true,
        }));
    }

    [TestCase(InstallerKind.Package, "package", null)]
    [TestCase(InstallerKind.Image, "image", null)]
    [TestCase(InstallerKind.Zip, "zip", "/Applications")]
    public void Says_where_to_unpack_a_zip_and_nothing_else(InstallerKind kind, string word, string? location)
    {
        var facts = Some.Facts(Some.Target(), new AppMatch.Missing());

        var plan = Planner.Plan(facts with { Installer = Some.PackageFile(kind: kind) });

        var step = (PlanStep.Create)plan.Steps.Single();
        Assert.That((step.Fields.InstallType, step.Fields.UnzipLocation), Is.EqualTo((word, location)));
    }

    [Test]
    public void Plans_an_audit_script_with_a_clock_of_its_own_for_a_continuously_enforced_app()
    {
        var target = Some.Target(enforcement: Enforcement.AuditEnforce) with { DelayDays = 7 };
        var facts = Some.Facts(target, new AppMatch.Missing());
        facts = facts with { Settings = facts.Settings with { Deadline = DeadlinePolicy.FirstUnmet } };

        var step = Planner.Plan(facts).Steps.Single();

        Assert.That(step.Audit, Is.EqualTo(new AuditScriptPlan
        {
            Template = facts.AuditTemplate,
            DelayDays = 7,
            Current = null,
            Deadline = DeadlinePolicy.FirstUnmet,
        }));
    }

    [TestCase("install_once")]
    [TestCase("self_service")]
    public void Plans_no_audit_script_for_any_other_app(string enforcement)
    {
        var step = Create(Some.Target(enforcement: Enforcement.TryParse(enforcement)));

        Assert.That(step.Audit, Is.Null);
    }

    [Test]
    public void Puts_the_app_into_its_blueprints()
    {
        var target = Some.Target() with { Blueprints = ["Map#7", "Sales"] };
        var facts = Some.Facts(target, new AppMatch.Missing());
        facts = facts with { Blueprints = [new("1", "Sales", "classic"), new("2", "Map", "map")] };

        var step = (PlanStep.Create)Planner.Plan(facts).Steps.Single();

        Assert.That(string.Join(", ", step.Blueprints), Is.EqualTo("Map#7, Sales"));
    }

    private static PlanStep.Create Create(AppTarget target) =>
        (PlanStep.Create)Planner.Plan(Some.Facts(target, new AppMatch.Missing())).Steps.Single();
}
