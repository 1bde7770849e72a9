using Kappa.Installers;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>A new installer for an app that is there, while its settings stay the tenant's.</summary>
internal sealed class ExistingAppPlannerTests
{
    [Test]
    public void Sends_nothing_but_the_installer_of_the_same_kind()
    {
        var update = Update(Some.Facts(Some.Target(), Some.TenantApp()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.Fields.IsEmpty, Is.True);
            Assert.That(update.Changes.Single(), Is.EqualTo(
                "installer: Firefox-127.0_0f04055b.pkg → Firefox-128.0.pkg"));
        }
    }

    [TestCase(InstallerKind.Image, "image", null)]
    [TestCase(InstallerKind.Zip, "zip", "/opt/apps")]
    public void Sends_another_kind_along_with_where_a_zip_is_unpacked(
        InstallerKind kind, string word, string? location)
    {
        var facts = Some.Facts(Some.Target() with { UnzipLocation = "/opt/apps" }, Some.TenantApp());

        var update = Update(facts with { Installer = Some.PackageFile(kind: kind) });

        Assert.That(update.Fields, Is.EqualTo(
            new CustomAppFields { InstallType = word, UnzipLocation = location }));
    }

    [Test]
    public void Leaves_the_place_of_a_zip_that_follows_a_zip()
    {
        var app = Some.TenantApp() with { InstallType = "zip", UnzipLocation = "/opt/apps" };
        var facts = Some.Facts(Some.Target(), app);

        var update = Update(facts with { Installer = Some.PackageFile(kind: InstallerKind.Zip) });

        Assert.That(update.Fields.IsEmpty, Is.True);
    }

    [Test]
    public void Keeps_all_settings_however_much_the_recipe_differs()
    {
        var target = Some.Target(enforcement: Enforcement.SelfService) with
        {
            EnforcementIsStated = true,
            Category = "Productivity",
            Restart = true,
            Active = false,
            PreinstallScript = "#!/bin/sh",
            UnzipLocation = "/opt",
            UnzipLocationIsStated = true,
        };

        var plan = Planner.Plan(Some.Facts(target, Some.Current(Some.TenantApp())));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Says_that_a_stated_enforcement_is_not_the_apps()
    {
        var target = Some.Target(enforcement: Enforcement.AuditEnforce) with { EnforcementIsStated = true };

        var plan = Planner.Plan(Some.Facts(target, Some.TenantApp()));

        Assert.That(Some.Texts(plan.Notes), Is.EqualTo(
            "Decision: 'Firefox' keeps the enforcement that it has in Kandji, install_once; "
            + "audit_enforce is for new apps (update_settings would change it)."));
    }

    [Test]
    public void Says_quietly_that_the_configured_enforcement_is_not_the_apps()
    {
        var target = Some.Target(enforcement: Enforcement.AuditEnforce);

        var plan = Planner.Plan(Some.Facts(target, Some.TenantApp()));

        Assert.That(Some.Texts(plan.Notes), Is.EqualTo(
            "Reason: 'Firefox' keeps the enforcement that it has in Kandji, install_once; "
            + "audit_enforce is for new apps."));
    }

    [Test]
    public void Tells_the_category_that_the_app_is_in_when_it_is_known()
    {
        var app = Some.TenantApp() with { ShowInSelfService = true, SelfServiceCategoryId = "c-util" };

        var update = Update(Some.Facts(Some.Target(), app));

        Assert.That(update.Category, Is.EqualTo("Utilities"));
    }

    [Test]
    public void Needs_neither_categories_nor_blueprints()
    {
        var target = Some.Target() with { Category = "Productivity", Blueprints = ["Sales"] };
        var facts = Some.Facts(target, Some.TenantApp());

        var update = Update(facts with { Categories = null, Blueprints = null });

        Assert.That(update.WithInstaller, Is.True);
    }

    private static PlanStep.Update Update(PlanningFacts facts) =>
        (PlanStep.Update)Planner.Plan(facts).Steps.Single();
}
