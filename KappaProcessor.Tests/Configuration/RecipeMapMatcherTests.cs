using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class RecipeMapMatcherTests
{
    [TestCase("Firefox.pkg")]
    [TestCase("Firefox.pkg.recipe", TestName = "The whole file name")]
    public void The_recipes_own_name_wins_over_parts_of_it(string key)
    {
        var map = Some.MapFile($$"""{ "Fire": {}, "Firefox": {}, "{{key}}": {} }""");

        var match = RecipeMapMatcher.Find(map, Some.RunRequest(), new SettingsProblems());

        using var claims = Assert.EnterMultipleScope();
        Assert.That(match.Entry?.Key, Is.EqualTo(key));
        Assert.That(match.Notes, Has.All.Property("Level").EqualTo(NoteLevel.Reason));
    }

    [TestCase("Firefox")]
    [TestCase("pkg.recipe")]
    public void The_only_key_that_is_a_part_of_the_name_is_used_with_a_warning(string key)
    {
        var map = Some.MapFile($$"""{ "{{key}}": {}, "Chrome.pkg": {}, "": {} }""");

        var match = RecipeMapMatcher.Find(map, Some.RunRequest(), new SettingsProblems());

        using var claims = Assert.EnterMultipleScope();
        Assert.That(match.Entry?.Key, Is.EqualTo(key));
        Assert.That(match.Notes[0], Is.EqualTo(Note.Warning(
            $"/kappa/recipe_map.json has no entry \"Firefox.pkg\"; \"{key}\" is used, since it is a part of "
            + "that. Name the entry \"Firefox.pkg\".")));
    }

    [Test]
    public void Several_keys_that_are_a_part_of_the_name_are_an_error_that_names_them()
    {
        var map = Some.MapFile("""{ "Fire": {}, "fox.pkg": {}, "Chrome": {} }""");
        var problems = new SettingsProblems();

        var match = RecipeMapMatcher.Find(map, Some.RunRequest(), problems);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(match.Entry, Is.Null);
        Assert.That(problems.ThrowIfAny, Throws.TypeOf<KappaException>().With.Message.EqualTo(
            "/kappa/recipe_map.json: \"Firefox.pkg\" is no entry, and several keys are a part of it: "
            + "\"Fire\", \"fox.pkg\". Name the entry that is meant \"Firefox.pkg\"."));
    }

    [Test]
    public void Letters_have_their_case_as_in_KAPPA()
    {
        var map = Some.MapFile("""{ "firefox.pkg": {} }""");

        var match = RecipeMapMatcher.Find(map, Some.RunRequest(), new SettingsProblems());

        Assert.That(match.Entry, Is.Null);
    }

    [Test]
    public void A_recipe_without_an_entry_that_does_not_name_its_apps_is_a_warning_with_the_nearest_key()
    {
        var map = Some.MapFile("""{ "Chrome.pkg": {}, "FireFox.pkg": {} }""");

        var match = RecipeMapMatcher.Find(map, Some.RunRequest(), new SettingsProblems());

        Assert.That(match, Is.EqualTo(new MapMatch(null, match.Notes)));
        Assert.That(match.Notes, Is.EqualTo(
        [
            Note.Warning("/kappa/recipe_map.json has no entry \"Firefox.pkg\"; the nearest is "
                + "\"FireFox.pkg\". The configured defaults are used."),
        ]));
    }

    [Test]
    public void A_recipe_that_names_its_apps_needs_no_entry()
    {
        var request = Some.RunRequest(new StatedSettings { Test = new() { Name = "Firefox (Test)" } });

        var match = RecipeMapMatcher.Find(Some.MapFile("{}"), request, new SettingsProblems());

        Assert.That(match.Notes, Has.One.Items.And.All.Property("Level").EqualTo(NoteLevel.Reason));
    }

    [Test]
    public void The_oddities_of_the_entry_are_told_with_it()
    {
        var map = Some.MapFile("""{ "Firefox.pkg": { "prodname": "Firefox" } }""");

        var match = RecipeMapMatcher.Find(map, Some.RunRequest(), new SettingsProblems());

        Assert.That(match.Notes, Has.One.Property("Level").EqualTo(NoteLevel.Warning));
    }
}
