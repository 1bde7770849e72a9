using Kappa.Installers;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class WantedAppsTests
{
    [Test]
    public void Are_one_for_each_variant_which_knows_of_the_others()
    {
        var settings = Some.RunSettings(Some.Target("A"), Some.Target("B")) with { DynamicLookup = true };

        var wanted = WantedApps.For(settings, Some.PackageFile(), null);

        Assert.That(wanted[1], Is.EqualTo(new WantedApp("B", "Firefox-128.0.pkg", InstallerKind.Package)
        {
            DynamicLookup = true,
            OtherNames = ["A"],
        }).UsingPropertiesComparer());
    }

    [TestCase("Productivity", "install_once", "c-prod")]
    [TestCase("productivity", "install_once", "c-prod")]
    [TestCase(null, "self_service", "c-apps", TestName = "The configured category for Self Service")]
    [TestCase(null, "install_once", null, TestName = "An enforced app is in no category")]
    [TestCase("Games", "self_service", null, TestName = "An unknown category tells nothing apart")]
    public void Have_the_category_that_tells_twins_apart(string? name, string enforcement, string? id)
    {
        var target = Some.Target(enforcement: Enforcement.TryParse(enforcement)) with { Category = name };

        var wanted = WantedApps.For(Some.RunSettings(target), Some.PackageFile(), Some.Categories).Single();

        Assert.That(wanted.CategoryId, Is.EqualTo(id));
    }
}
