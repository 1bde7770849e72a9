using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class PlanTextTests
{
    [Test]
    public void Tells_all_of_a_new_app()
    {
        var target = Some.Target(enforcement: Enforcement.AuditEnforce) with
        {
            ShowInSelfService = true,
            Category = "Productivity",
            DelayDays = 1,
            Blueprints = ["Map#7", "Sales"],
            Restart = true,
            Active = false,
            SelfServiceRecommended = true,
            PreinstallScript = "#!/bin/sh\ntrue\n",
        };
        var facts = Some.Facts(target, new AppMatch.Missing()) with
        {
            Installer = Some.PackageFile("Firefox-128.0.zip", InstallerKind.Zip, 43_000_000),
            Blueprints = [new("1", "Sales", "classic"), new("2", "Map", "map")],
        };

        Golden.Matches(PlanText.Describe(Planner.Plan(facts), facts), "PlanTextTests.New_app");
    }

    [Test]
    public void Tells_little_of_a_plain_new_app()
    {
        var facts = Some.Facts(Some.Target(), new AppMatch.Missing()) with { Sha256 = null };

        Golden.Matches(PlanText.Describe(Planner.Plan(facts), facts), "PlanTextTests.Plain_new_app");
    }

    [Test]
    public void Tells_old_and_new_of_an_update_with_settings()
    {
        var target = Some.Target(enforcement: Enforcement.SelfService) with
        {
            EnforcementIsStated = true,
            Category = "Productivity",
            Restart = true,
            PostinstallScript = "#!/bin/zsh\n",
        };
        var facts = Some.UpdatingSettings(target, Some.AuditedApp()) with
        {
            Installer = Some.PackageFile("Firefox-128.0.dmg", InstallerKind.Image),
        };

        Golden.Matches(PlanText.Describe(Planner.Plan(facts), facts), "PlanTextTests.Update_with_settings");
    }

    [TestCase(DeadlinePolicy.PerVersion, 3)]
    [TestCase(DeadlinePolicy.PerVersion, 7)]
    [TestCase(DeadlinePolicy.FirstUnmet, 3)]
    [TestCase(DeadlinePolicy.FirstUnmet, 7)]
    public void Tells_what_becomes_of_a_deadline(DeadlinePolicy policy, int oldDelay)
    {
        var facts = Some.Facts(Some.Target(), Some.AuditedApp(oldDelay)) with { Sha256 = null };
        facts = facts with { Settings = facts.Settings with { Deadline = policy } };

        var text = PlanText.Describe(Planner.Plan(facts), facts);

        Golden.Matches(text, $"PlanTextTests.Deadline.{policy}.{oldDelay}");
    }

    [Test]
    public void Tells_a_change_of_settings_alone()
    {
        var target = Some.Target() with { DelayDays = 7, DelayIsStated = true };
        var facts = Some.UpdatingSettings(target, Some.Current(Some.AuditedApp()));

        Golden.Matches(PlanText.Describe(Planner.Plan(facts), facts), "PlanTextTests.Settings_alone");
    }

    [Test]
    public void Tells_what_is_left_alone_and_what_cannot_be_done()
    {
        var facts = Some.Facts(Some.Target(), Some.Current(Some.TenantApp()));
        var test = Some.Target("Firefox (Testing)") with { Variant = AppVariant.Test };
        facts = facts with
        {
            Settings = facts.Settings with { Targets = [Some.Target(), test] },
            Matches = [facts.Matches[0], new AppMatch.Ambiguous([Duplicate("a"), Duplicate("b")])],
        };

        Golden.Matches(PlanText.Describe(Planner.Plan(facts), facts), "PlanTextTests.Kept_and_refused");
    }

    [Test]
    public void Tells_why_an_app_is_skipped()
    {
        var facts = Some.Facts(Some.Target() with { Variant = AppVariant.Default }, new AppMatch.Missing());
        facts = facts with { Settings = facts.Settings with { AutoCreate = false } };

        Golden.Matches(PlanText.Describe(Planner.Plan(facts), facts), "PlanTextTests.Skipped");
    }

    private static CustomApp Duplicate(string id) => Some.TenantApp(id, "Firefox (Testing)");
}
