using Kappa.Configuration;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class CategoryResolverTests
{
    [TestCase("Productivity", "c-prod")]
    [TestCase("productivity", "c-prod", TestName = "Case does not matter when nothing is exact")]
    [TestCase(null, "c-apps", TestName = "The configured one when recipe and map name none")]
    public void Takes_the_category_of_the_name(string? name, string id)
    {
        var target = Some.Target() with { Category = name };

        var choice = CategoryResolver.Resolve(target, Some.Categories);

        Assert.That(choice.Category.Id, Is.EqualTo(id));
    }

    [Test]
    public void Prefers_the_exact_name()
    {
        SelfServiceCategory[] categories = [new("1", "APPS"), new("2", "Apps")];

        var choice = CategoryResolver.Resolve(Some.Target(), categories);

        Assert.That(choice.Category.Id, Is.EqualTo("2"));
    }

    [Test]
    public void Falls_back_to_the_configured_category_with_a_warning_and_the_nearest_names()
    {
        var target = Some.Target() with { Category = "Produktivity" };

        var choice = CategoryResolver.Resolve(target, Some.Categories);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(choice.Category.Name, Is.EqualTo("Apps"));
            Assert.That(Some.Texts(choice.Notes), Is.EqualTo(
                "Warning: 'Firefox': the tenant has no Self Service category 'Produktivity' "
                + "(nearest: Productivity); the configured 'Apps' is used."));
        }
    }

    [Test]
    public void Names_no_nearest_when_nothing_is_near()
    {
        var target = Some.Target() with { Category = "Xyz" };

        var choice = CategoryResolver.Resolve(target, Some.Categories);

        Assert.That(choice.Notes.Single().Text, Does.Contain("category 'Xyz'; the configured"));
    }

    [Test]
    public void Fails_with_the_tenants_categories_when_the_configured_one_is_unknown_too()
    {
        var target = Some.Target() with { Category = "Games", FallbackCategory = "Other" };

        var problem = Assert.Throws<KappaException>(() => CategoryResolver.Resolve(target, Some.Categories));

        Assert.That(problem?.Message, Is.EqualTo(
            "'Firefox': the tenant has no Self Service category 'Games', nor the configured 'Other'. "
            + "It has: Apps, Productivity, Utilities. "
            + "Set ss_category in the recipe or the recipe map, or zz_defaults.self_service_category in "
            + "config.json, to one of the tenant's."));
    }

    [Test]
    public void Fails_when_the_configured_category_alone_is_wanted_and_unknown()
    {
        var target = Some.Target() with { Variant = AppVariant.Test, FallbackCategory = "Other" };

        var problem = Assert.Throws<KappaException>(() => CategoryResolver.Resolve(target, []));

        Assert.That(problem?.Message, Does.StartWith(
            "'Firefox': the tenant has no Self Service category 'Other', the configured one. "
            + "It has none at all. "
            + "Set test_category in the recipe or the recipe map, "
            + "or zz_defaults.test_self_service_category "));
    }
}
