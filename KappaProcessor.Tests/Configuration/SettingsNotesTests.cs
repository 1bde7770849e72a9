using Kappa.Configuration;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class SettingsNotesTests
{
    [Test]
    public void Says_where_everything_comes_from_warnings_first()
    {
        var stated = new StatedSettings
        {
            Prod = new() { Name = "Firefox", DelayDays = 0, Blueprints = [] },
            PreinstallScript = new ScriptSource.Inline("#!/bin/sh\nexit 0\n"),
        };
        var sources = Some.SettingsSources(stated, """zz_default: {}, zz_defaults: { dry_run: true }""") with
        {
            Map = RecipeMapMatcher.Find(
                Some.MapFile(
                    """{ "Firefox": { "prod_name": "FF", "test_category": "Apps", "restart": false } }"""),
                Some.RunRequest(stated),
                new SettingsProblems()),
        };

        var notes = SettingsResolver.Resolve(sources, new SettingsProblems()).Notes;

        Golden.Matches(string.Concat(notes.Select(note => $"{note.Level}: {note.Text}\n")), "SettingsNotes");
    }

    [Test]
    public void A_category_that_changes_a_stated_enforcement_is_a_warning()
    {
        var prod = new StatedVariant { Category = "Apps", Enforcement = Enforcement.AuditEnforce };
        var stated = new StatedSettings { Prod = prod };

        Assert.That(Warnings(Some.SettingsSources(stated)), Is.EqualTo(
        [
            "Firefox (AutoPkg): a new app will be self_service, not audit_enforce, because the category "
                + "\"Apps\" is set. With show_in_self_service the category would not change that.",
        ]));
    }

    [Test]
    public void Hiding_an_app_that_users_are_to_install_is_a_warning()
    {
        var stated = new StatedSettings { Prod = new() { Category = "Apps" }, ShowInSelfService = false };

        Assert.That(
            Warnings(Some.SettingsSources(stated)),
            Has.One.Contains("show_in_self_service is false and is ignored"));
    }

    [Test]
    public void A_test_setting_without_a_test_app_is_a_warning()
    {
        var stated = new StatedSettings { Test = new() { Category = "Apps", DelayDays = 0 } };

        Assert.That(Warnings(Some.SettingsSources(stated)), Is.EqualTo(
        [
            "test_category is set but has no effect, since there is no test_name.",
        ]));
    }

    [Test]
    public void A_prod_setting_of_a_test_app_alone_is_a_warning()
    {
        var prod = new StatedVariant { Blueprints = ["All"] };
        var stated = new StatedSettings { Prod = prod, Test = new() { Name = "T" } };

        Assert.That(Warnings(Some.SettingsSources(stated)), Is.EqualTo(
        [
            "blueprints is set but has no effect, since there is no prod_name.",
        ]));
    }

    [Test]
    public void A_default_name_that_all_recipes_would_share_is_a_warning() =>
        Assert.That(
            Warnings(Some.SettingsSources(config: """zz_defaults: { new_app_naming: "Software" }""")),
            Has.One.Contains("zz_defaults.new_app_naming has no APPNAME in it"));

    [Test]
    public void An_ordinary_run_has_no_warnings() => Assert.That(Warnings(Some.SettingsSources()), Is.Empty);

    private static IEnumerable<string> Warnings(SettingsSources sources) =>
        SettingsResolver.Resolve(sources, new SettingsProblems()).Notes
            .Where(note => note.Level == NoteLevel.Warning)
            .Select(note => note.Text);
}
