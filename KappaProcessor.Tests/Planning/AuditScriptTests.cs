using Kappa.Configuration;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class AuditScriptTests
{
    [Test]
    public void Only_the_variable_lines_differ_from_the_template()
    {
        var filled = AuditScript.Fill(Some.AuditPlan(), Some.Firefox, Some.Noon).Text.Split('\n');

        var changed = filled.Except(AuditScript.BuiltInTemplate.Split('\n'));

        Golden.Matches(string.Join('\n', changed), "AuditScriptTests.Filled_lines");
    }

    [TestCase("Firefox", "Firefox.app")]
    [TestCase("Firefox.app", "Firefox.app")]
    [TestCase("Firefox.APP", "Firefox.APP")]
    [TestCase("zoom.us", "zoom.us.app")]
    public void The_name_of_an_app_has_its_suffix(string given, string written)
    {
        var filled = AuditScript.Fill(Some.AuditPlan(), Some.Firefox with { AppName = given }, Some.Noon);

        Assert.That(filled.Text, Does.Contain($"\nAPP_NAME='{written}'\n"));
    }

    [Test]
    public void A_package_id_is_left_out_when_there_is_an_application()
    {
        var both = Some.Firefox with { AppName = null, PackageId = "org.mozilla.pkg" };

        var filled = AuditScript.Fill(Some.AuditPlan(), both, Some.Noon);

        Assert.That(filled.Text, Does.Contain("\nPKG_ID=''\n"));
    }

    [Test]
    public void A_package_is_known_by_its_id_alone()
    {
        var filled = AuditScript.Fill(Some.AuditPlan(), Some.AgentPackage, Some.Noon);

        Assert.That(filled.Text, Does.Contain("\nAPP_NAME=''\nBUNDLE_ID=''\nPKG_ID='com.acme.agent'\n"));
    }

    [TestCase(null, null, null)]
    [TestCase("", " ", "\t")]
    public void Without_anything_to_look_for_there_is_no_script(string? app, string? bundle, string? package)
    {
        var nobody = new ApplicationIdentity { AppName = app, BundleId = bundle, PackageId = package, Version = "1.0" };

        Assert.That(
            () => AuditScript.Fill(Some.AuditPlan(), nobody, Some.Noon),
            Throws.InstanceOf<KappaException>().With.Message.Contains("names neither an application nor a package"));
    }

    [TestCase(null, "no version to enforce")]
    [TestCase(" ", "no version to enforce")]
    [TestCase("latest", "has no number in it")]
    [TestCase("١٢٨", "has no number in it", TestName = "A version in digits that no one compares")]
    public void Without_a_version_to_compare_there_is_no_script(string? version, string reason) =>
        Assert.That(
            () => AuditScript.Fill(Some.AuditPlan(), Some.Firefox with { Version = version }, Some.Noon),
            Throws.InstanceOf<KappaException>().With.Message.Contains(reason).And.Message.Contains("Firefox.app"));

    [Test]
    public void A_name_that_is_a_path_is_refused() =>
        Assert.That(
            () => AuditScript.Fill(Some.AuditPlan(), Some.Firefox with { AppName = "../Firefox.app" }, Some.Noon),
            Throws.InstanceOf<KappaException>().With.Message.Contains("../Firefox.app"));

    [Test]
    public void A_new_app_starts_its_clock_now()
    {
        var filled = AuditScript.Fill(Some.AuditPlan(delayDays: 5), Some.Firefox, Some.Noon.AddMilliseconds(999));

        Assert.That((filled.StartedAt, filled.Deadline), Is.EqualTo((Some.Noon, Some.Noon.AddDays(5))));
    }

    [TestCase("128.0", TestName = "An unchanged version keeps its clock")]
    [TestCase("128.0.0", TestName = "The same version in another spelling keeps its clock")]
    public void A_deadline_belongs_to_a_version(string enforced)
    {
        var plan = Some.AuditPlan() with { Current = Some.AuditFacts(enforced, startedDaysAgo: 2) };

        var filled = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        Assert.That(filled.StartedAt, Is.EqualTo(Some.Noon.AddDays(-2)));
    }

    [Test]
    public void A_new_version_starts_a_new_clock()
    {
        var plan = Some.AuditPlan() with { Current = Some.AuditFacts("127.0", startedDaysAgo: 2) };

        var filled = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        Assert.That(filled.StartedAt, Is.EqualTo(Some.Noon));
    }

    [TestCase(null, 2)]
    [TestCase("128.0", null)]
    public void A_script_without_version_or_time_stamp_starts_a_new_clock(string? version, int? startedDaysAgo)
    {
        var plan = Some.AuditPlan() with { Current = Some.AuditFacts(version, startedDaysAgo) };

        var filled = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        Assert.That(filled.StartedAt, Is.EqualTo(Some.Noon));
    }

    [Test]
    public void A_clock_that_started_in_the_future_starts_now()
    {
        var plan = Some.AuditPlan() with { Current = Some.AuditFacts("128.0", startedDaysAgo: -400) };

        var filled = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        Assert.That(filled.StartedAt, Is.EqualTo(Some.Noon));
    }

    [TestCase(5, 5, 2, 3, TestName = "A running deadline holds for the version that comes meanwhile")]
    [TestCase(5, 7, 2, 3, TestName = "It holds when the delay has been made longer since")]
    [TestCase(5, 1, 2, 1, TestName = "A shorter delay comes first")]
    [TestCase(5, 0, 2, 0, TestName = "No delay comes first")]
    [TestCase(5, 5, 6, 5, TestName = "A deadline that is over starts a new clock")]
    [TestCase(5, 5, 5, 5, TestName = "A deadline of this very second is over")]
    public void With_first_unmet_a_running_deadline_is_kept(int oldDelay, int newDelay, int startedDaysAgo, int daysLeft)
    {
        var plan = Some.AuditPlan(newDelay) with
        {
            Deadline = DeadlinePolicy.FirstUnmet,
            Current = Some.AuditFacts("127.0", startedDaysAgo) with { DelayDays = oldDelay },
        };

        var filled = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        Assert.That((filled.Deadline, filled.DelayDays), Is.EqualTo((Some.Noon.AddDays(daysLeft), newDelay)));
    }

    [Test]
    public void A_deadline_that_was_kept_stays_when_the_same_version_comes_again()
    {
        var plan = Some.AuditPlan(delayDays: 7) with
        {
            Deadline = DeadlinePolicy.FirstUnmet,
            Current = Some.AuditFacts("127.0", startedDaysAgo: 2) with { DelayDays = 5 },
        };
        var first = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        var second = AuditScript.Fill(
            plan with { Current = AuditScriptFacts.TryRead(first.Text) }, Some.Firefox, Some.Noon.AddDays(1));

        Assert.That(second.Deadline, Is.EqualTo(first.Deadline));
    }

    [TestCase(null, "1 enforced version 128.0; 1 enforced from 2026-01-18 12:00 UTC on")]
    [TestCase("127.0", "1 enforced version 127.0 → 128.0; 1 enforced from 2026-01-18 12:00 UTC on")]
    [TestCase("128.0", "2 enforced version stays 128.0; "
        + "1 enforced from 2026-01-16 12:00 UTC on: the clock of this version is running already")]
    [TestCase("129.0", "1 enforced version 129.0 → 128.0; "
        + "0 the enforced version goes down, from 129.0 to 128.0: Macs that have 129.0 will keep it; "
        + "1 enforced from 2026-01-18 12:00 UTC on")]
    public void The_notes_say_what_changes_and_when(string? enforced, string notes)
    {
        var plan = Some.AuditPlan() with { Current = Some.AuditFacts(enforced, startedDaysAgo: 2) };

        var filled = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        var said = filled.Notes.Select(note => $"{(int)note.Level} {note.Text}");
        Assert.That(string.Join("; ", said), Is.EqualTo(notes));
    }

    [Test]
    public void The_notes_say_that_an_older_deadline_holds()
    {
        var plan = Some.AuditPlan() with
        {
            Deadline = DeadlinePolicy.FirstUnmet,
            Current = Some.AuditFacts("127.0", startedDaysAgo: 2),
        };

        var filled = AuditScript.Fill(plan, Some.Firefox, Some.Noon);

        Assert.That(filled.Notes[^1].Text, Is.EqualTo(
            "enforced from 2026-01-16 12:00 UTC on: the deadline of 127.0 is running and holds"));
    }
}
