using Kappa.Configuration;
using Kappa.Publishing;
using Kappa.Reporting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Reporting;

internal sealed class ResultPlistTests
{
    [Test]
    public void Tells_everything_of_both_variants()
    {
        var report = new RunReport(
        [
            Some.Outcome() with { Category = "Productivity", Blueprints = ["Engineering", "Map#7"] },
            Some.Outcome(AppVariant.Test, "Firefox & <Friends>") with { Action = OutcomeAction.Created },
        ]);

        var plist = ResultPlist.Of(report).ToXmlPropertyList();

        Golden.Matches(plist, "ResultPlistTests.Tells_everything_of_both_variants");
    }

    [Test]
    public void Leaves_out_what_is_not_there()
    {
        var report = new RunReport(
            [Some.Outcome() with { Action = OutcomeAction.Skipped, App = null, Link = null, Version = null, Sha256 = null }]);

        var plist = ResultPlist.Of(report).ToXmlPropertyList();

        Golden.Matches(plist, "ResultPlistTests.Leaves_out_what_is_not_there");
    }

    [TestCase(OutcomeAction.Created, true)]
    [TestCase(OutcomeAction.Updated, true)]
    [TestCase(OutcomeAction.SettingsUpdated, true)]
    [TestCase(OutcomeAction.Planned, true)]
    [TestCase(OutcomeAction.Skipped, true)]
    [TestCase(OutcomeAction.Unchanged, false)]
    [TestCase(OutcomeAction.Failed, false)]
    public void Has_a_row_for_AutoPkgs_summary_when_a_person_should_see_it(object action, bool isThere)
    {
        var report = new RunReport([Some.Outcome() with { Action = (OutcomeAction)action }]);

        var plist = ResultPlist.Of(report);

        Assert.That(plist.ContainsKey("kappa_summary_result"), Is.EqualTo(isThere));
    }

    [Test]
    public void A_variant_that_failed_does_not_hide_the_one_that_was_done()
    {
        var report = new RunReport(
        [
            Some.Outcome() with { Action = OutcomeAction.Failed, Message = "It was refused. Ask for the permission." },
            Some.Outcome(AppVariant.Test, "Firefox (Testing)"),
        ]);

        var text = FailureText.Of(report, stopped: null);

        Assert.That(text.Split('\n'), Is.EqualTo(new[]
        {
            "prod 'Firefox' failed: It was refused. Ask for the permission.",
            "test 'Firefox (Testing)' updated: Updated 'Firefox (Testing)'.",
        }));
    }
}
