using Kappa.Configuration;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class PlanningNeedsTests
{
    private static readonly AppTarget ForSelfService = Some.Target(enforcement: Enforcement.SelfService);
    private static readonly Settings Plain = Some.RunSettings();
    private static readonly AppMatch[] Missing = [new AppMatch.Missing()];
    private static readonly bool[] Both = [false, true];
    private static readonly string[] Modes = ["update", "force_upload", "create_new", "auto_create"];

    [TestCase(false, true)]
    [TestCase(true, false)]
    public void The_list_of_apps_is_read_unless_every_app_is_created(bool createNew, bool needed) =>
        Assert.That(PlanningNeeds.Library(Plain with { CreateNew = createNew }), Is.EqualTo(needed));

    [TestCase(2, "Productivity", true)]
    [TestCase(1, "Productivity", false, TestName = "Categories are not read to match one app")]
    [TestCase(2, null, false, TestName = "Categories are not read to match when none is wanted")]
    public void Categories_are_read_to_tell_several_apps_apart(int count, string? category, bool needed)
    {
        var library = new Library([.. Enumerable.Range(0, count).Select(at => Some.TenantApp($"{at}"))]);
        var settings = Some.RunSettings(Some.Target() with { Category = category });

        Assert.That(PlanningNeeds.CategoriesToMatch(settings, library), Is.EqualTo(needed));
    }

    [Test]
    public void The_configured_category_tells_apps_for_self_service_apart()
    {
        var library = new Library([Some.TenantApp("a"), Some.TenantApp("b")]);

        Assert.That(PlanningNeeds.CategoriesToMatch(Some.RunSettings(ForSelfService), library), Is.True);
    }

    [Test]
    public void Categories_are_read_for_a_new_app_in_self_service() =>
        Assert.That(PlanningNeeds.Categories(Some.RunSettings(ForSelfService), Missing), Is.True);

    [Test]
    public void Categories_are_read_for_a_new_enforced_app_that_is_shown()
    {
        var settings = Some.RunSettings(Some.Target() with { ShowInSelfService = true });

        Assert.That(PlanningNeeds.Categories(settings, Missing), Is.True);
    }

    [Test]
    public void Categories_are_not_read_for_a_new_enforced_app() =>
        Assert.That(PlanningNeeds.Categories(Plain, Missing), Is.False);

    [Test]
    public void Categories_are_not_read_for_an_app_that_is_skipped()
    {
        var settings = Some.RunSettings(ForSelfService) with { AutoCreate = false };

        Assert.That(PlanningNeeds.Categories(settings, Missing), Is.False);
    }

    [Test]
    public void Categories_are_read_for_an_app_that_is_always_created()
    {
        var settings = Some.RunSettings(ForSelfService) with { CreateNew = true, AutoCreate = false };

        Assert.That(PlanningNeeds.Categories(settings, []), Is.True);
    }

    [TestCase(true, true)]
    [TestCase(false, false)]
    public void Categories_are_read_for_an_existing_app_whose_settings_may_change(bool update, bool needed)
    {
        var target = ForSelfService with { Category = "Productivity", EnforcementIsStated = true };
        var settings = Some.RunSettings(target) with { UpdateSettings = update };

        Assert.That(PlanningNeeds.Categories(settings, [Some.Found(Some.TenantApp())]), Is.EqualTo(needed));
    }

    [Test]
    public void Blueprints_are_read_for_a_new_app_that_names_some()
    {
        var settings = Some.RunSettings(Some.Target() with { Blueprints = ["Sales"] });

        Assert.That(PlanningNeeds.Blueprints(settings, Missing), Is.True);
    }

    [Test]
    public void Blueprints_are_not_read_for_a_new_app_that_names_none() =>
        Assert.That(PlanningNeeds.Blueprints(Plain, Missing), Is.False);

    [Test]
    public void Blueprints_are_not_read_for_an_existing_app()
    {
        var settings = Some.RunSettings(Some.Target() with { Blueprints = ["Sales"] });

        Assert.That(PlanningNeeds.Blueprints(settings, [Some.Found(Some.TenantApp())]), Is.False);
    }

    [TestCase(2000, true)]
    [TestCase(null, true, TestName = "The file is hashed when the tenant tells no size")]
    [TestCase(1000, false, TestName = "The file is not hashed when sizes differ")]
    public void The_file_is_hashed_when_an_app_may_have_it(long? size, bool needed)
    {
        AppMatch[] matches = [Some.Found(Some.TenantApp() with { FileSize = size })];

        Assert.That(PlanningNeeds.Sha256(Plain, Some.PackageFile(), matches), Is.EqualTo(needed));
    }

    [Test]
    public void The_file_is_not_hashed_when_it_is_uploaded_anyway()
    {
        AppMatch[] matches = [Some.Found(Some.Current(Some.TenantApp()))];

        Assert.That(
            PlanningNeeds.Sha256(Plain with { ForceUpload = true }, Some.PackageFile(), matches), Is.False);
    }

    [Test]
    public void The_file_is_not_hashed_for_a_new_app() =>
        Assert.That(PlanningNeeds.Sha256(Plain, Some.PackageFile(), Missing), Is.False);

    [Test]
    public void An_app_is_read_on_its_own_when_its_missing_hash_matters()
    {
        var settings = Some.RunSettings([.. "ABCD".Select(name => Some.Target($"{name}"))]);
        AppMatch[] matches =
        [
            Some.Found(Some.TenantApp("same size") with { Sha256 = null, FileSize = 2000 }),
            Some.Found(Some.TenantApp("no size") with { Sha256 = null, FileSize = null }),
            Some.Found(Some.TenantApp("other size") with { Sha256 = null }),
            Some.Found(Some.TenantApp("known hash") with { FileSize = 2000 }),
        ];

        var apps = PlanningNeeds.AppsToRead(settings, Some.PackageFile(), matches);

        Assert.That(string.Join(", ", apps.Select(app => app.Id)), Is.EqualTo("same size, no size"));
    }

    [Test]
    public void No_app_is_read_on_its_own_when_all_is_uploaded_anyway()
    {
        AppMatch[] matches = [Some.Found(Some.TenantApp() with { Sha256 = null, FileSize = 2000 })];

        var apps = PlanningNeeds.AppsToRead(Plain with { ForceUpload = true }, Some.PackageFile(), matches);

        Assert.That(apps, Is.Empty);
    }

    [TestCaseSource(nameof(AllSettings))]
    public void All_that_a_plan_asks_for_was_known_to_be_needed(Settings settings)
    {
        var matches = AllApps().Select(Some.Found).Append(new AppMatch.Missing());

        var plans = matches.Select(match => PlanWithNeedsOnly(settings, match));

        Assert.That(() => plans.ToList(), Throws.Nothing);
    }

    private static Plan PlanWithNeedsOnly(Settings settings, AppMatch match) => Planner.Plan(new PlanningFacts
    {
        Settings = settings,
        Installer = Some.PackageFile(),
        Sha256 = PlanningNeeds.Sha256(settings, Some.PackageFile(), [match]) ? Some.NewHash : null,
        Matches = [match],
        Categories = PlanningNeeds.Categories(settings, [match]) ? Some.Categories : null,
        Blueprints = PlanningNeeds.Blueprints(settings, [match]) ? [new("1", "Sales", "classic")] : null,
        AuditTemplate = "",
        Now = Some.Noon,
    });

    private static IEnumerable<Settings> AllSettings() =>
        from enforcement in Enforcement.All
        from isStated in Both
        from category in new[] { null, "Productivity" }
        from show in new bool?[] { null, true, false }
        from update in Both
        from mode in Modes
        let target = Some.Target(enforcement: enforcement) with
        {
            EnforcementIsStated = isStated,
            Category = category,
            ShowInSelfService = show,
            Blueprints = ["Sales"],
        }
        select Some.RunSettings(target) with
        {
            UpdateSettings = update,
            ForceUpload = mode == "force_upload",
            CreateNew = mode == "create_new",
            AutoCreate = mode == "auto_create",
        };

    private static IEnumerable<CustomApp> AllApps() =>
        from enforcement in Enforcement.All
        from isShown in Both
        from category in new[] { null, "c-util" }
        from size in new long?[] { null, 1000, 2000 }
        from hash in new[] { null, Some.NewHash }
        select Some.TenantApp() with
        {
            Enforcement = enforcement,
            ShowInSelfService = isShown,
            SelfServiceCategoryId = category,
            FileSize = size,
            Sha256 = hash,
        };
}
