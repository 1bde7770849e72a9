using Kappa.Configuration;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class DuplicatesProblemTests
{
    [Test]
    public void Names_every_duplicate_with_its_creation_date_and_installer_and_what_to_do()
    {
        var other = Some.TenantApp("b") with { CreatedAt = null, FileKey = null };
        CustomApp[] twins = [Some.TenantApp("a"), other];

        var problem = DuplicatesProblem.For(Some.Target(), twins, Some.RunSettings());

        Assert.That(problem.Message, Is.EqualTo(
            "2 Custom Apps are named 'Firefox', and nothing tells them apart: "
            + "'Firefox', created 2025-11-16 12:00 UTC, installer Firefox-127.0_0f04055b.pkg of "
            + "2025-12-16 12:00 UTC, id a; "
            + "'Firefox', created at an unknown time, installer none of 2025-12-16 12:00 UTC, id b. "
            + "Rename or delete all but one in Kandji, or show exactly one in Self Service in a category of "
            + "its own and name that as ss_category, or turn on zz_defaults.dynamic_lookup."));
    }

    [Test]
    public void Names_the_test_variants_own_category_and_no_switch_that_is_on_already()
    {
        var settings = Some.RunSettings() with { DynamicLookup = true };
        var target = Some.Target() with { Variant = AppVariant.Test };

        var problem = DuplicatesProblem.For(target, [Some.TenantApp("a"), Some.TenantApp("b")], settings);

        Assert.That(problem.Remedy, Does.EndWith("name that as test_category."));
    }

    [Test]
    public void Tells_apps_that_fit_by_their_installers_from_apps_of_the_name()
    {
        CustomApp[] twins = [Some.TenantApp("a", "Mozilla"), Some.TenantApp("b", "Browser")];

        var problem = DuplicatesProblem.For(Some.Target(), twins, Some.RunSettings());

        Assert.That(problem.What, Does.StartWith("No Custom App is named 'Firefox', and 2 fit equally well"));
    }
}
