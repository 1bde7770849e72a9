using Kappa.Configuration;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>
/// The ladder of what happens to a variant; what a new or existing app gets has fixtures of its own.
/// </summary>
internal sealed class PlannerTests
{
    [Test]
    public void Creates_an_app_that_is_missing()
    {
        var facts = Some.Facts(Some.Target(), new AppMatch.Missing());

        var plan = Planner.Plan(facts);

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Create>());
    }

    [Test]
    public void Skips_a_missing_app_when_creating_is_off()
    {
        var facts = Some.Facts(Some.Target(), new AppMatch.Missing());
        facts = facts with { Settings = facts.Settings with { AutoCreate = false } };

        var plan = Planner.Plan(facts);

        var skip = (PlanStep.Skip)plan.Steps.Single();
        Assert.That(skip.Reason, Is.EqualTo(SkipReason.NotFoundAndCreateIsOff));
    }

    [Test]
    public void Warns_of_a_skipped_app_and_names_the_switch()
    {
        var facts = Some.Facts(Some.Target(), new AppMatch.Missing());
        facts = facts with { Settings = facts.Settings with { AutoCreate = false } };

        var plan = Planner.Plan(facts);

        Assert.That(Some.Texts(plan.Notes), Is.EqualTo(
            "Warning: No Custom App is named 'Firefox', and zz_defaults.auto_create_app is off. "
            + "Turn it on, or create the app in Kandji once."));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Always_creates_and_looks_at_no_match_when_told_to(bool autoCreate)
    {
        var facts = Some.Facts(Some.Target(), Some.TenantApp());
        var settings = facts.Settings with { CreateNew = true, AutoCreate = autoCreate };

        var plan = Planner.Plan(facts with { Settings = settings, Matches = [] });

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Create>());
    }

    [Test]
    public void Updates_an_app_with_another_installer()
    {
        var plan = Planner.Plan(Some.Facts(Some.Target(), Some.TenantApp()));

        Assert.That(((PlanStep.Update)plan.Steps.Single()).WithInstaller, Is.True);
    }

    [Test]
    public void Keeps_an_app_that_has_this_very_file()
    {
        var plan = Planner.Plan(Some.Facts(Some.Target(), Some.Current(Some.TenantApp())));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Uploads_a_file_that_the_tenant_has_when_forced_to()
    {
        var facts = Some.Facts(Some.Target(), Some.Current(Some.TenantApp()));
        facts = facts with { Settings = facts.Settings with { ForceUpload = true }, Sha256 = null };

        var plan = Planner.Plan(facts);

        Assert.That(((PlanStep.Update)plan.Steps.Single()).WithInstaller, Is.True);
    }

    [Test]
    public void Knows_another_size_for_another_file_without_any_hash()
    {
        var facts = Some.Facts(Some.Target(), Some.TenantApp()) with { Sha256 = null };

        var plan = Planner.Plan(facts);

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Update>());
    }

    [Test]
    public void Knows_another_hash_for_another_file_of_the_same_size()
    {
        var app = Some.TenantApp() with { FileSize = 2000 };

        var plan = Planner.Plan(Some.Facts(Some.Target(), app));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Update>());
    }

    [Test]
    public void Knows_the_same_hash_for_the_same_file_when_the_tenant_tells_no_size()
    {
        var app = Some.Current(Some.TenantApp()) with { FileSize = null };

        var plan = Planner.Plan(Some.Facts(Some.Target(), app));

        Assert.That(plan.Steps.Single(), Is.InstanceOf<PlanStep.Keep>());
    }

    [Test]
    public void Uploads_when_the_tenant_tells_no_hash_and_says_so()
    {
        var app = Some.TenantApp() with { FileSize = 2000, Sha256 = null };

        var plan = Planner.Plan(Some.Facts(Some.Target(), app));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.NeedsUpload, Is.True);
            Assert.That(Some.Texts(plan.Notes), Is.EqualTo(
                "Reason: 'Firefox': the tenant does not tell its installer's SHA-256; ours is uploaded."));
        }
    }

    [Test]
    public void Refuses_an_ambiguous_app_and_hands_over_the_duplicates()
    {
        CustomApp[] twins = [Some.TenantApp("a"), Some.TenantApp("b")];

        var plan = Planner.Plan(Some.Facts(Some.Target(), new AppMatch.Ambiguous(twins)));

        Assert.That(((PlanStep.Refuse)plan.Steps.Single()).Duplicates, Is.EqualTo(twins));
    }

    [Test]
    public void Refuses_one_variant_and_goes_on_with_the_other()
    {
        var twins = new AppMatch.Ambiguous([Some.TenantApp("a"), Some.TenantApp("b")]);
        var facts = Some.Facts(Some.Target(), twins);
        var test = Some.Target("Firefox (Testing)") with { Variant = AppVariant.Test };
        facts = facts with
        {
            Settings = facts.Settings with { Targets = [Some.Target(), test] },
            Matches = [twins, new AppMatch.Missing()],
        };

        var plan = Planner.Plan(facts);

        var kinds = string.Join(", ", plan.Steps.Select(step => step.GetType().Name));
        Assert.That(kinds, Is.EqualTo("Refuse, Create"));
    }

    [Test]
    public void Refuses_a_variant_whose_category_cannot_be_found()
    {
        var facts = Some.Facts(Some.Target(enforcement: Enforcement.SelfService), new AppMatch.Missing());

        var plan = Planner.Plan(facts with { Categories = [] });

        Assert.That(ProblemOf(plan), Does.Contain("no Self Service category"));
    }

    [Test]
    public void Refuses_a_variant_whose_blueprint_cannot_be_found()
    {
        var facts = Some.Facts(Some.Target() with { Blueprints = ["Sales"] }, new AppMatch.Missing());

        var plan = Planner.Plan(facts);

        Assert.That(ProblemOf(plan), Does.Contain("no Blueprint 'Sales'"));
    }

    [Test]
    public void Refuses_two_variants_that_dynamic_lookup_led_to_one_app()
    {
        var facts = Some.Facts(Some.Target("Firefox A"), Some.TenantApp(name: "Mozilla"));
        facts = facts with
        {
            Settings = facts.Settings with { Targets = [Some.Target("Firefox A"), Some.Target("Firefox B")] },
            Matches = [facts.Matches[0], facts.Matches[0]],
        };

        var plan = Planner.Plan(facts);

        Assert.That(plan.Steps.Select(step => ((PlanStep.Refuse)step).Problem.What).Last(), Is.EqualTo(
            "No Custom App is named 'Firefox B', and dynamic lookup chose 'Mozilla' (a) for another variant "
            + "of this run as well."));
    }

    [Test]
    public void Passes_on_how_the_app_was_found()
    {
        var match = new AppMatch.Found(Some.Current(Some.TenantApp()), [Note.Decision("found so")]);

        var plan = Planner.Plan(Some.Facts(Some.Target(), match));

        Assert.That(Some.Texts(plan.Notes), Is.EqualTo("Decision: found so"));
    }

    [Test]
    public void Passes_on_what_came_near_a_missing_app()
    {
        var match = new AppMatch.Missing { Notes = [Note.Warning("a near one")] };

        var plan = Planner.Plan(Some.Facts(Some.Target(), match));

        Assert.That(Some.Texts(plan.Notes), Is.EqualTo("Warning: a near one"));
    }

    private static string ProblemOf(Plan plan) => ((PlanStep.Refuse)plan.Steps.Single()).Problem.Message;
}
