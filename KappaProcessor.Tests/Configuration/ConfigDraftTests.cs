using Kappa.Configuration;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Configuration;

internal sealed class ConfigDraftTests
{
    [TestCase("kandji.api_url", "acme.api.kandji.io", null)]
    [TestCase("kandji.api_url", "https://acme.api.eu.iru.com/", null)]
    [TestCase("kandji.api_url", "http://127.0.0.1:8080", null)]
    [TestCase("kandji.api_url", "TENANT.api.kandji.io", "is still the placeholder 'TENANT.api.kandji.io'")]
    [TestCase("kandji.api_url", "http://acme.api.kandji.io",
        "is 'http://acme.api.kandji.io', which is no API address of a tenant")]
    [TestCase("kandji.token_name", "MY_TOKEN", null)]
    [TestCase("kandji.token_name", "5f6e0d2c-9f0b-4a3c-8d2e-1b2c3d4e5f60", "holds a secret, not the name of one")]
    [TestCase("li_enforcement.type", "Audit_Enforce", null)]
    [TestCase("li_enforcement.type", "audit", "is 'audit', which is not known")]
    [TestCase("li_enforcement.delays.prod", "0", null)]
    [TestCase("li_enforcement.delays.prod", "366", "is 366, not a whole number of 0 to 365")]
    [TestCase("li_enforcement.delays.test", "-1", "is '-1', not a whole number of 0 to 365")]
    [TestCase("li_enforcement.delays.test", "soon", "is 'soon', not a whole number of 0 to 365")]
    [TestCase("slack.enabled", "yes", null)]
    [TestCase("slack.enabled", "maybe", "is 'maybe', which is neither true nor false")]
    [TestCase("slack.webhook_name", "https://hooks.slack.com/services/T/B/x", "holds a secret, not the name of one")]
    [TestCase("zz_defaults.new_app_naming", "APPNAME", null)]
    [TestCase("zz_defaults.self_service_category", "  ", "is blank")]
    public void An_answer_is_judged_as_the_file_would_be(string key, string answer, string? fault) =>
        Assert.That(ConfigDraft.Check(Key(key), answer)?.Fault, Is.EqualTo(fault));

    [Test]
    public void A_name_that_no_app_could_have_is_refused() =>
        Assert.That(
            ConfigDraft.Check(ConfigKeys.NewAppNaming, new string('x', 256))?.Fault, Is.EqualTo("has 256 characters"));

    [Test]
    public void Answers_have_the_types_of_the_file()
    {
        var draft = ConfigDraft.Empty
            .With(ConfigKeys.ApiUrl, " acme.api.kandji.io ")
            .With(ConfigKeys.ProdDelay, "7")
            .With(ConfigKeys.SlackEnabled, "on");

        Assert.That(JToken.DeepEquals(JObject.Parse(draft.Text), JObject.Parse(
            """
            { "kandji": { "api_url": "acme.api.kandji.io" },
              "li_enforcement": { "delays": { "prod": 7 } }, "slack": { "enabled": true } }
            """)), draft.Text);
    }

    [Test]
    public void What_is_not_asked_about_stays()
    {
        const string Before =
            """
            { "$schema": "./s.json", "_why": "because", "audit_script": "a.zsh", "typo": [1.50, null],
              "kandji": { "api_url": "acme.api.kandji.io", "processing_timeout": 60 } }
            """;

        var after = ConfigDraft.Parse(Before, "config.json").With(ConfigKeys.ApiUrl, "other.api.kandji.io");

        Assert.That(
            JToken.DeepEquals(JObject.Parse(after.Text), JObject.Parse(
                Before.Replace("acme", "other", StringComparison.Ordinal))),
            after.Text);
    }

    [Test]
    public void A_setting_under_its_other_name_stays_there() =>
        Assert.That(
            Some("""{ "iru": { "api_url": "acme.api.iru.com" } }""").With(ConfigKeys.ApiUrl, "new.api.iru.com").Text,
            Is.EqualTo(Some("""{ "iru": { "api_url": "new.api.iru.com" } }""").Text));

    [Test]
    public void A_setting_never_stands_under_two_names()
    {
        var draft = Some("""{ "zz_defaults": { "dynamic_lookup_fallback": false, "dynamic_lookup": true } }""");

        Assert.That(
            draft.With(ConfigKeys.DynamicLookup, "false").Text,
            Is.EqualTo(Some("""{ "zz_defaults": { "dynamic_lookup": false } }""").Text));
    }

    [Test]
    public void An_old_configuration_is_taken_over_under_todays_names()
    {
        var (draft, notes) = Some("""{ "kandji": { "token_name": "MINE" }, "use_recipe_map": true }""").Taking(
            Some(
                """
                { "iru": { "api_url": "TENANT.api.iru.com", "token_name": "IRUPKG_TOKEN" },
                  "zz_defaults": { "auto_create_new_app": false }, "audit_script": "own.zsh", "unknown": 1 }
                """),
            "/old/config.json");

        Assert.That(draft.Text, Is.EqualTo(Some(
            """
            { "kandji": { "token_name": "IRUPKG_TOKEN" }, "use_recipe_map": true, "audit_script": "/old/own.zsh",
              "zz_defaults": { "auto_create_app": false } }
            """).Text));
        Assert.That(notes.Select(note => note.Text), Is.EqualTo(
            [
                "/old/config.json: kandji.api_url is still the placeholder 'TENANT.api.iru.com', and is not taken over.",
            ]));
    }

    [TestCase("{ /* why */ }", true)]
    [TestCase("{ \"a\": \"// no\" }", false)]
    [TestCase("{", false)]
    public void Comments_are_noticed(string text, bool has) =>
        Assert.That(ConfigDraft.HasComments(text), Is.EqualTo(has));

    private static ConfigDraft Some(string json) => ConfigDraft.Parse(json, "config.json");

    private static SettingKey Key(string name) => ConfigKeys.All.Single(key => key.Name == name);
}
