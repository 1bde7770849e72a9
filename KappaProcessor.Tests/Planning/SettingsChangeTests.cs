using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>What <c>update_settings</c> brings to an app whose installer is the tenant's already.</summary>
internal sealed class SettingsChangeTests
{
    private static readonly CustomApp Enforced = Some.Current(Some.TenantApp());

    private static readonly CustomApp Shown = Enforced with
    {
        Enforcement = Enforcement.SelfService,
        ShowInSelfService = true,
        SelfServiceCategoryId = "c-apps",
    };

    [Test]
    public void Keeps_an_app_that_has_all_that_is_stated()
    {
        var target = Stated(Enforcement.InstallOnce) with
        {
            Restart = false,
            Active = true,
            ShowInSelfService = false,
            PreinstallScript = "",
        };

        var plan = Planner.Plan(Some.UpdatingSettings(target, Enforced));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Keeps_the_enforcement_that_only_the_configuration_differs_from()
    {
        var target = Some.Target(enforcement: Enforcement.SelfService);

        var plan = Planner.Plan(Some.UpdatingSettings(target, Enforced));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Brings_settings_in_the_same_update_as_a_new_installer()
    {
        var update = Update(Some.Target() with { Restart = true }, Some.TenantApp());

        Assert.That((update.WithInstaller, Changes(update)), Is.EqualTo(
            (true, "installer: Firefox-127.0_0f04055b.pkg → Firefox-128.0.pkg\nrestart: false → true")));
    }

    [Test]
    public void Brings_settings_alone_when_the_installer_is_the_same()
    {
        var update = Update(Some.Target() with { Restart = true }, Enforced);

        Assert.That((update.WithInstaller, Changes(update)), Is.EqualTo((false, "restart: false → true")));
    }

    [Test]
    public void Brings_every_flag_and_script_that_is_stated()
    {
        var target = Some.Target() with
        {
            Restart = true,
            Active = false,
            SelfServiceRecommended = true,
            PreinstallScript = "#!/bin/sh\n",
            PostinstallScript = "",
        };

        var update = Update(target, Shown with { PostinstallScript = "#!/bin/zsh\n" });

        Assert.That(update.Fields, Is.EqualTo(new CustomAppFields
        {
            Restart = true,
            Active = false,
            SelfServiceRecommended = true,
            PreinstallScript = "#!/bin/sh\n",
            PostinstallScript = "",
        }));
    }

    [Test]
    public void Tells_scripts_by_their_size()
    {
        var target = Some.Target() with { PreinstallScript = "#!/bin/sh\n", PostinstallScript = "" };

        var update = Update(target, Enforced with { PostinstallScript = "#!/bin/zsh\n" });

        Assert.That(Changes(update), Is.EqualTo(
            "preinstall script: none → 9 characters\npostinstall script: 10 characters → none"));
    }

    [Test]
    public void Takes_a_script_with_other_line_ends_for_the_same()
    {
        var target = Some.Target() with { PreinstallScript = "#!/bin/sh\ntrue\n" };

        var plan = Planner.Plan(
            Some.UpdatingSettings(target, Enforced with { PreinstallScript = "#!/bin/sh\r\ntrue" }));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Recommends_no_app_that_is_not_shown()
    {
        var target = Some.Target() with { SelfServiceRecommended = true };

        var plan = Planner.Plan(Some.UpdatingSettings(target, Enforced));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Makes_an_enforced_app_one_for_self_service()
    {
        var update = Update(Stated(Enforcement.SelfService) with { Category = "Productivity" }, Enforced);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.Fields, Is.EqualTo(new CustomAppFields
            {
                Enforcement = Enforcement.SelfService,
                ShowInSelfService = true,
                SelfServiceCategoryId = "c-prod",
            }));
            Assert.That(Changes(update), Is.EqualTo(
                "enforcement: install_once → self_service\n"
                + "show in Self Service: false → true\n"
                + "category: none → Productivity"));
        }
    }

    [Test]
    public void Shows_an_app_in_the_configured_category_when_it_never_had_one()
    {
        var update = Update(Stated(Enforcement.SelfService), Enforced);

        Assert.That(update.Fields.SelfServiceCategoryId, Is.EqualTo("c-apps"));
    }

    [Test]
    public void Shows_an_app_again_in_the_category_that_it_had()
    {
        var app = Enforced with { SelfServiceCategoryId = "c-util" };

        var update = Update(Stated(Enforcement.SelfService), app);

        Assert.That(
            (update.Fields.ShowInSelfService, update.Fields.SelfServiceCategoryId),
            Is.EqualTo((true, "c-util")));
    }

    [Test]
    public void Hides_an_app_that_leaves_self_service()
    {
        var update = Update(Stated(Enforcement.AuditEnforce), Shown);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.Fields, Is.EqualTo(new CustomAppFields
            {
                Enforcement = Enforcement.AuditEnforce,
                ShowInSelfService = false,
            }));
            Assert.That(update.Audit, Is.Not.Null);
        }
    }

    [Test]
    public void Goes_on_showing_an_app_that_leaves_self_service_when_asked_to()
    {
        var update = Update(Stated(Enforcement.InstallOnce) with { ShowInSelfService = true }, Shown);

        Assert.That(update.Fields, Is.EqualTo(new CustomAppFields { Enforcement = Enforcement.InstallOnce }));
    }

    [Test]
    public void Moves_a_shown_app_to_the_stated_category()
    {
        var update = Update(Stated(Enforcement.SelfService) with { Category = "Utilities" }, Shown);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.Fields, Is.EqualTo(new CustomAppFields { SelfServiceCategoryId = "c-util" }));
            Assert.That(Changes(update), Is.EqualTo("category: Apps → Utilities"));
            Assert.That(update.Category, Is.EqualTo("Utilities"));
        }
    }

    [Test]
    public void Leaves_a_shown_app_where_it_is_when_no_category_is_stated()
    {
        var plan = Planner.Plan(Some.UpdatingSettings(
            Stated(Enforcement.SelfService), Shown with { SelfServiceCategoryId = "c-util" }));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Shows_an_enforced_app_when_asked_to()
    {
        var target = Some.Target() with { ShowInSelfService = true, Category = "Productivity" };

        var update = Update(target, Enforced);

        Assert.That(update.Fields, Is.EqualTo(new CustomAppFields
        {
            ShowInSelfService = true,
            SelfServiceCategoryId = "c-prod",
        }));
    }

    [Test]
    public void Hides_an_enforced_app_when_asked_to()
    {
        var app = Enforced with { ShowInSelfService = true, SelfServiceCategoryId = "c-apps" };

        var update = Update(Some.Target() with { ShowInSelfService = false }, app);

        Assert.That(update.Fields, Is.EqualTo(new CustomAppFields { ShowInSelfService = false }));
    }

    [Test]
    public void Passes_on_that_a_stated_category_is_unknown()
    {
        var target = Stated(Enforcement.SelfService) with { Category = "Games" };

        var plan = Planner.Plan(Some.UpdatingSettings(target, Shown));

        Assert.That(plan.Notes.Single().Text, Does.Contain("no Self Service category 'Games'"));
    }

    [TestCase("zip", true, "/opt")]
    [TestCase("zip", false, null, TestName = "The configuration's place is for new apps")]
    [TestCase("package", true, null, TestName = "A package is not unpacked")]
    public void Brings_a_stated_place_to_a_zip(string kind, bool stated, string? location)
    {
        var target = Some.Target() with
        {
            Restart = true,
            UnzipLocation = "/opt",
            UnzipLocationIsStated = stated,
        };

        var update = Update(target, Enforced with { InstallType = kind, UnzipLocation = "/Applications" });

        Assert.That(update.Fields.UnzipLocation, Is.EqualTo(location));
    }

    [Test]
    public void Says_the_place_of_a_new_zip_once()
    {
        var target = Some.Target() with { UnzipLocation = "/opt", UnzipLocationIsStated = true };
        var facts = Some.UpdatingSettings(target, Some.TenantApp());

        var plan = Planner.Plan(facts with { Installer = Some.PackageFile(kind: InstallerKind.Zip) });

        Assert.That(
            ((PlanStep.Update)plan.Steps.Single()).Changes.Count(text => text.Contains("unzip location")),
            Is.EqualTo(1));
    }

    private static AppTarget Stated(Enforcement enforcement) =>
        Some.Target(enforcement: enforcement) with { EnforcementIsStated = true };

    private static PlanStep.Update Update(AppTarget target, CustomApp app) =>
        (PlanStep.Update)Planner.Plan(Some.UpdatingSettings(target, app)).Steps.Single();

    private static string Changes(PlanStep.Update update) => string.Join('\n', update.Changes);
}
