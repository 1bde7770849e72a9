using Kappa.Installers;
using Kappa.Matching;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Matching;

internal sealed class AppMatcherTests
{
    private static readonly WantedApp Firefox = new("Firefox", "Firefox-128.0.pkg", InstallerKind.Package);

    [Test]
    public void Takes_the_one_app_of_the_name()
    {
        var library = new Library([Some.TenantApp("a", "Chrome"), Some.TenantApp("b", "Firefox")]);

        var match = AppMatcher.Match(Firefox, library);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [TestCase("firefox")]
    [TestCase("Firefox ")]
    [TestCase("Firefox (Testing)")]
    public void Takes_no_app_whose_name_is_only_like_it(string name)
    {
        var library = new Library([Some.TenantApp(name: name)]);

        var match = AppMatcher.Match(Firefox, library);

        Assert.That(match, Is.InstanceOf<AppMatch.Missing>());
    }

    [Test]
    public void Warns_of_a_name_that_differs_in_case_or_spaces_alone()
    {
        var library = new Library([Some.TenantApp("b", "firefox ")]);

        var match = (AppMatch.Missing)AppMatcher.Match(Firefox, library);

        Assert.That(Some.Texts(match.Notes), Is.EqualTo(
            "Warning: No Custom App is named 'Firefox'; 'firefox ' (b) differs only in case or spaces."));
    }

    [Test]
    public void Takes_the_one_of_several_that_is_shown_in_the_wanted_category()
    {
        var library = new Library(
            [InCategory("a", "c-util"), InCategory("b", "c-apps"), InCategory("c", "c-util")]);

        var match = AppMatcher.Match(Firefox with { CategoryId = "c-apps" }, library);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [Test]
    public void Cannot_tell_several_apart_when_none_is_in_the_category()
    {
        var library = new Library([Some.TenantApp("a"), Some.TenantApp("b")]);

        var match = AppMatcher.Match(Firefox with { CategoryId = "c-apps" }, library);

        Assert.That(IdsOf(match), Is.EqualTo("a, b"));
    }

    [Test]
    public void Cannot_tell_several_apart_when_more_than_one_is_in_the_category()
    {
        var library = new Library([InCategory("a", "c-apps"), InCategory("b", "c-apps")]);

        var match = AppMatcher.Match(Firefox with { CategoryId = "c-apps" }, library);

        Assert.That(IdsOf(match), Is.EqualTo("a, b"));
    }

    [Test]
    public void Does_not_count_a_category_that_the_app_is_not_shown_in()
    {
        var hidden = InCategory("a", "c-apps") with { ShowInSelfService = false };
        var library = new Library([hidden, Some.TenantApp("b")]);

        var match = AppMatcher.Match(Firefox with { CategoryId = "c-apps" }, library);

        Assert.That(match, Is.InstanceOf<AppMatch.Ambiguous>());
    }

    [Test]
    public void Does_not_take_apps_without_a_category_for_those_of_no_wanted_one()
    {
        var shown = Some.TenantApp("a") with { ShowInSelfService = true };
        var library = new Library([shown, Some.TenantApp("b")]);

        var match = AppMatcher.Match(Firefox, library);

        Assert.That(match, Is.InstanceOf<AppMatch.Ambiguous>());
    }

    [Test]
    public void Looks_up_dynamically_among_the_several_alone()
    {
        var library = new Library(
        [
            Some.TenantApp("a", file: "Firefox-126.0_0f04055b.pkg"),
            Some.TenantApp("b", file: "Firefox-127.0_0f04055b.pkg"),
            Some.TenantApp("c", "Another", file: "Firefox-128.0_0f04055b.pkg"),
        ]);

        var match = AppMatcher.Match(Firefox with { DynamicLookup = true }, library);

        Assert.That(IdOf(match), Is.EqualTo("b"));
    }

    [Test]
    public void Cannot_tell_several_apart_when_no_installer_is_similar()
    {
        var library = new Library(
        [
            Some.TenantApp("a", file: "Quite-1.0_0f04055b.pkg"),
            Some.TenantApp("b", file: "Other-1.0_0f04055b.pkg"),
            Some.TenantApp("c", "Another", file: "Firefox-128.0_0f04055b.pkg"),
        ]);

        var match = AppMatcher.Match(Firefox with { DynamicLookup = true }, library);

        Assert.That(IdsOf(match), Is.EqualTo("a, b"));
    }

    [Test]
    public void Cannot_tell_twins_apart_even_dynamically()
    {
        var library = new Library([Some.TenantApp("a"), Some.TenantApp("b")]);

        var match = AppMatcher.Match(Firefox with { DynamicLookup = true }, library);

        Assert.That(IdsOf(match), Is.EqualTo("a, b"));
    }

    [Test]
    public void Looks_up_dynamically_when_nothing_has_the_name()
    {
        var library = new Library([Some.TenantApp("a", "Mozilla Firefox")]);

        var match = AppMatcher.Match(Firefox with { DynamicLookup = true }, library);

        Assert.That(IdOf(match), Is.EqualTo("a"));
    }

    [Test]
    public void Finds_nothing_by_installer_unless_asked_to()
    {
        var library = new Library([Some.TenantApp("a", "Mozilla Firefox")]);

        var match = AppMatcher.Match(Firefox, library);

        Assert.That(match, Is.InstanceOf<AppMatch.Missing>());
    }

    [Test]
    public void Leaves_the_apps_of_the_other_variants_alone()
    {
        var library = new Library([Some.TenantApp("t", "Firefox (Testing)")]);
        var wanted = Firefox with { DynamicLookup = true, OtherNames = ["Firefox (Testing)"] };

        var match = AppMatcher.Match(wanted, library);

        Assert.That(match, Is.InstanceOf<AppMatch.Missing>());
    }

    [Test]
    public void Takes_an_app_that_the_list_tells_twice_for_one()
    {
        var library = new Library([Some.TenantApp("a"), Some.TenantApp("a")]);

        var match = AppMatcher.Match(Firefox, library);

        Assert.That(IdOf(match), Is.EqualTo("a"));
    }

    private static CustomApp InCategory(string id, string category) =>
        Some.TenantApp(id) with { ShowInSelfService = true, SelfServiceCategoryId = category };

    private static string IdOf(AppMatch match) => ((AppMatch.Found)match).App.Id.Value;

    private static string IdsOf(AppMatch match) =>
        string.Join(", ", ((AppMatch.Ambiguous)match).Apps.Select(app => app.Id));
}
