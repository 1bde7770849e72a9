using Kappa.Installers;
using Kappa.Matching;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Matching;

internal sealed class DynamicLookupTests
{
    private static readonly WantedApp Chrome = new("Chrome", "GoogleChrome-128.0.pkg", InstallerKind.Package);

    [TestCase("GoogleChrome-127.1_0f04055b.pkg", true)]
    [TestCase("GoogleChrome-9.0_0f04055b.pkg", true)]
    [TestCase("GoogleDrive-128.0_0f04055b.pkg", false, TestName = "Another product of the same vendor")]
    [TestCase("GoogleChromeCanary-128.0_0f04055b.pkg", true, TestName = "A longer product name at 0.88")]
    [TestCase("zoom_0f04055b.pkg", false)]
    public void Takes_a_name_that_is_alike_without_the_stores_suffix(string file, bool taken)
    {
        CustomApp[] apps = [Some.TenantApp(file: file)];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(match is AppMatch.Found, Is.EqualTo(taken));
    }

    [Test]
    public void Takes_the_highest_version()
    {
        CustomApp[] apps =
        [
            Some.TenantApp("a", file: "GoogleChrome-99.0_0f04055b.pkg"),
            Some.TenantApp("b", file: "GoogleChrome-127.0_0f04055b.pkg"),
            Some.TenantApp("c", file: "GoogleChrome-126.0_0f04055b.pkg"),
        ];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [Test]
    public void Takes_any_version_rather_than_none()
    {
        var wanted = Chrome with { InstallerFileName = "GoogleChrome.pkg" };
        CustomApp[] apps =
        [
            Some.TenantApp("a", file: "GoogleChrome_0f04055b.pkg"),
            Some.TenantApp("b", file: "GoogleChrome1_0f04055b.pkg"),
        ];

        var match = DynamicLookup.Match(wanted, apps);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [Test]
    public void Takes_the_oldest_file_of_one_version()
    {
        CustomApp[] apps =
        [
            App("a") with { FileUpdated = Some.Noon.AddDays(-1), UpdatedAt = Some.Noon.AddDays(-9) },
            App("b") with { FileUpdated = Some.Noon.AddDays(-2), UpdatedAt = Some.Noon },
        ];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [Test]
    public void Takes_the_oldest_record_of_files_of_one_age()
    {
        CustomApp[] apps =
        [
            App("a") with { UpdatedAt = Some.Noon },
            App("b") with { UpdatedAt = Some.Noon.AddDays(-1) },
        ];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [Test]
    public void Does_not_take_an_unknown_age_for_an_old_one()
    {
        CustomApp[] apps = [App("a") with { FileUpdated = null }, App("b")];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [Test]
    public void Does_not_choose_between_equals()
    {
        CustomApp[] apps = [App("a"), App("b")];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(((AppMatch.Ambiguous)match).Apps, Is.EqualTo(apps));
    }

    [TestCase("image")]
    [TestCase("zip")]
    [TestCase("")]
    public void Looks_at_installers_of_the_same_kind_only(string kind)
    {
        CustomApp[] apps = [App("a") with { InstallType = kind }];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(match, Is.InstanceOf<AppMatch.Missing>());
    }

    [Test]
    public void Passes_over_an_app_without_a_file()
    {
        CustomApp[] apps = [App("a") with { FileKey = null }];

        var match = DynamicLookup.Match(Chrome, apps);

        Assert.That(match, Is.InstanceOf<AppMatch.Missing>());
    }

    [Test]
    public void Tells_the_choice_and_the_runners_up_with_their_ratios()
    {
        CustomApp[] apps =
        [
            Some.TenantApp("a", "Old Chrome", "GoogleChrome-99.0_0f04055b.pkg"),
            Some.TenantApp("b", "Web Browser", "GoogleChrome-127.0_0f04055b.pkg"),
        ];

        var match = (AppMatch.Found)DynamicLookup.Match(Chrome, apps);

        Assert.That(Some.Texts(match.Notes), Is.EqualTo(
            "Decision: 'Chrome': dynamic lookup chose 'Web Browser' (GoogleChrome-127.0_0f04055b.pkg, "
            + "similarity 0.955, version 127.0, b) for GoogleChrome-128.0.pkg.\n"
            + "Reason: Runner-up of dynamic lookup: 'Old Chrome' (GoogleChrome-99.0_0f04055b.pkg, "
            + "similarity 0.884, version 99.0, a)."));
    }

    [Test]
    public void Tells_ten_runners_up_and_counts_the_rest()
    {
        var apps = Enumerable.Range(100, 13)
            .Select(at => Some.TenantApp($"{at}", file: $"GoogleChrome-{at}.0.pkg"));

        var match = (AppMatch.Found)DynamicLookup.Match(Chrome, apps);

        Assert.That(match.Notes.Skip(11).Single().Text, Is.EqualTo("… and 2 more runners-up."));
    }

    private static CustomApp App(string id) => Some.TenantApp(id, file: "GoogleChrome-127.0_0f04055b.pkg");

    private static string IdOf(AppMatch match) => ((AppMatch.Found)match).App.Id.Value;
}
