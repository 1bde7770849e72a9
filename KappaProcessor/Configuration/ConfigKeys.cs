using System.Globalization;

namespace Kappa.Configuration;

/// <summary>Every key of <c>config.json</c>.</summary>
internal static class ConfigKeys
{
    public static SettingKey ApiUrl { get; } = new("kandji.api_url", SettingType.Text,
        "API address of the tenant: TENANT.api.kandji.io, .api.eu.kandji.io, .api.iru.com, .api.eu.iru.com.")
    {
        Aliases = ["iru.api_url"],
    };

    public static SettingKey TokenName { get; } = new("kandji.token_name", SettingType.Text,
        "Name under which the API token is stored; never the token itself.")
    {
        Aliases = ["iru.token_name"],
        Default = Defaults.TokenName,
    };

    public static SettingKey ProcessingTimeout { get; } = new("kandji.processing_timeout", SettingType.Whole,
        "Seconds that Kandji may take to process an upload before the run gives up.")
    {
        Aliases = ["iru.processing_timeout"],
        Default = Defaults.ProcessingTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture),
    };

    public static SettingKey Enforcement { get; } = new("li_enforcement.type", SettingType.Choice,
        "How a new app is installed.")
    {
        Words = StatedKeys.EnforcementWords,
        Default = Defaults.Enforcement.ConfigWord,
    };

    public static SettingKey ProdDelay { get; } = new("li_enforcement.delays.prod", SettingType.Whole,
        "Whole days, 0 to 365, until prod apps, and those without variants, are enforced.")
    {
        Default = Defaults.DelayDays.ToString(CultureInfo.InvariantCulture),
    };

    public static SettingKey TestDelay { get; } = new("li_enforcement.delays.test", SettingType.Whole,
        "Whole days, 0 to 365, until test apps are enforced.")
    {
        Default = Defaults.DelayDays.ToString(CultureInfo.InvariantCulture),
    };

    public static SettingKey Deadline { get; } = new("li_enforcement.deadline", SettingType.Choice,
        "per_version: every enforced version starts its own clock. "
            + "first_unmet: a version that comes while a deadline runs keeps that deadline.")
    {
        Words = DeadlinePolicies.Words,
        Default = DeadlinePolicy.PerVersion.Word(),
    };

    public static SettingKey SlackEnabled { get; } = new("slack.enabled", SettingType.Flag,
        "Tell a Slack channel what was created, updated, or failed.")
    {
        Default = "false",
    };

    public static SettingKey SlackWebhookName { get; } = new("slack.webhook_name", SettingType.Text,
        "Name under which the Slack webhook's URL is stored; never the URL itself.")
    {
        Default = Defaults.SlackWebhookName,
    };

    public static SettingKey EnvironmentKeystore { get; } = new(
        "token_keystore.environment", SettingType.Flag, "Look for token and webhook in the environment.")
    {
        Default = "false",
    };

    public static SettingKey KeychainKeystore { get; } = new("token_keystore.keychain", SettingType.Flag,
        "Look for token and webhook in the macOS keychain.")
    {
        Default = "false",
    };

    public static SettingKey UseRecipeMap { get; } = new("use_recipe_map", SettingType.Flag,
        "Take names and settings of recipes from recipe_map.json.")
    {
        Default = "false",
    };

    public static SettingKey UsePackageMap { get; } = new("use_package_map", SettingType.Flag,
        "Take names and settings of installers given on the command line from package_map.json.")
    {
        Default = "false",
    };

    public static SettingKey AuditScript { get; } = new("audit_script", SettingType.Path,
        "An audit script template of your own, relative to this file.");

    public static SettingKey AutoCreate { get; } = new("zz_defaults.auto_create_app", SettingType.Flag,
        "Create a Custom App when there is none to update.")
    {
        Aliases = ["zz_defaults.auto_create_new_app"],
        Default = "true",
    };

    public static SettingKey DryRun { get; } = new("zz_defaults.dry_run", SettingType.Flag,
        "Only say what would be done.")
    {
        Default = "false",
    };

    public static SettingKey DynamicLookup { get; } = new("zz_defaults.dynamic_lookup", SettingType.Flag,
        "When no app has the name, or several do, look for one whose installer has a similar file name.")
    {
        Aliases = ["zz_defaults.dynamic_lookup_fallback"],
        Default = "false",
    };

    public static SettingKey NewAppNaming { get; } = new("zz_defaults.new_app_naming", SettingType.Text,
        "Name of an app when nobody names it; APPNAME stands for the recipe's NAME.")
    {
        Default = Defaults.NewAppNaming,
    };

    public static SettingKey SelfServiceCategory { get; } = new(
        "zz_defaults.self_service_category",
        SettingType.Text,
        "Self Service category of apps for which nobody names one.")
    {
        Default = Defaults.SelfServiceCategory,
    };

    public static SettingKey TestSelfServiceCategory { get; } = new(
        "zz_defaults.test_self_service_category",
        SettingType.Text,
        "Self Service category of test apps for which nobody names one.")
    {
        Default = Defaults.TestSelfServiceCategory,
    };

    public static SettingKey UnzipLocation { get; } = new("zz_defaults.unzip_location", SettingType.Path,
        "Folder on the Mac into which a .zip is unpacked.")
    {
        Default = Defaults.UnzipLocation,
    };

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        ApiUrl, TokenName, ProcessingTimeout, Enforcement, ProdDelay, TestDelay, Deadline, SlackEnabled,
        SlackWebhookName, EnvironmentKeystore, KeychainKeystore, UseRecipeMap, UsePackageMap, AuditScript,
        AutoCreate, DryRun, DynamicLookup, NewAppNaming, SelfServiceCategory, TestSelfServiceCategory,
        UnzipLocation,
    ];
}
