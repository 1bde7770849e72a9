using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>Every variable that passes between AutoPkg and Kappa, once, with its documentation.</summary>
internal static class Variables
{
    public static InputVariable Name { get; } = new(new SettingKey("NAME", SettingType.Text,
        "The recipe's NAME; names the Custom App when nothing else does."))
    {
        Required = true,
    };

    public static InputVariable PkgPath { get; } = new(new SettingKey("pkg_path", SettingType.Path,
        "The installer. When absent, pathname is used if it is one."));

    public static InputVariable Version { get; } = new(new SettingKey("version", SettingType.Text,
        "The application's version, in case the installer does not say."));

    public static InputVariable BundleId { get; } = new(new SettingKey("bundleid", SettingType.Text,
        "The application's bundle identifier, in case the installer does not say."));

    public static InputVariable AppName { get; } = new(new SettingKey("app_name", SettingType.Text,
        "The application's name, Firefox.app, in case the installer does not say."));

    public static InputVariable CustomApp { get; } = new(new SettingKey("custom_app", SettingType.Dict,
        "A dictionary of prod_name, test_name, ss_category, test_category; variables of these names win."));

    public static InputVariable EnforcementDelays { get; } = new(new SettingKey(
        "enforcement_delays",
        SettingType.Dict,
        "A dictionary of whole days: prod is enforcement_delay, test is test_enforcement_delay; these win."));

    public static InputVariable CreateNew { get; } = new(new SettingKey("create_new", SettingType.Flag,
        "Always create a Custom App, never update one.")
    {
        Default = "false",
    });

    public static InputVariable DryRun { get; } = new(new SettingKey("dry_run", SettingType.Flag,
        "Only say what would be done. Dry wins, whoever says it.")
    {
        Default = "false",
    });

    public static InputVariable UpdateSettings { get; } = new(new SettingKey(
        "update_settings",
        SettingType.Flag,
        "Also bring an existing app's settings to what recipe and map state.")
    {
        Default = "false",
    });

    public static InputVariable ForceUpload { get; } = new(new SettingKey("force_upload", SettingType.Flag,
        "Upload even when the tenant already has this file.")
    {
        Default = "false",
    });

    public static InputVariable ApiUrl { get; } = new(new SettingKey("KANDJI_API_URL", SettingType.Text,
        "API address of the tenant, as an AutoPkg preference or Input; wins over config.json."));

    /// <summary>What recipes, overrides, <c>-k</c> and preferences may set.</summary>
    public static IReadOnlyList<InputVariable> Inputs { get; } =
    [
        Name, PkgPath, Version, BundleId, AppName, CustomApp, EnforcementDelays, CreateNew, DryRun,
        .. StatedKeys.All.Select(key => new InputVariable(key)),
        UpdateSettings, ForceUpload, ApiUrl,
    ];

    public static OutputVariable Results { get; } = new("kappa_results", SettingType.Array,
        "What happened to each variant: variant, name, action, id, url, enforcement, self_service_category, "
            + "version, sha256, file_key, blueprints, message.");

    public static OutputVariable Changed { get; } = new("kappa_changed", SettingType.Flag,
        "Whether anything changed in the tenant.");

    public static OutputVariable AppId { get; } = new("kandji_custom_app_id", SettingType.Text,
        "Id of the first variant's Custom App.");

    public static OutputVariable AppTitle { get; } = new("kandji_custom_app_name", SettingType.Text,
        "Name of the first variant's Custom App.");

    public static OutputVariable AppUrl { get; } = new("kandji_custom_app_url", SettingType.Text,
        "Address of the first variant's Custom App in Kandji's web console.");

    public static OutputVariable Summary { get; } = new("kappa_summary_result", SettingType.Dict,
        "Row of AutoPkg's summary for the prod or only app.");

    public static OutputVariable TestSummary { get; } = new("kappa_test_summary_result", SettingType.Dict,
        "Row of AutoPkg's summary for the test app.");

    public static IReadOnlyList<OutputVariable> Outputs { get; } =
        [Results, Changed, AppId, AppTitle, AppUrl, Summary, TestSummary];

    /// <summary>What AutoPkg and its downloaders set themselves and Kappa reads along.</summary>
    internal static class Surrounding
    {
        public static SettingKey PathName { get; } = new("pathname", SettingType.Path,
            "The file that a downloader fetched.");

        public static SettingKey DownloadChanged { get; } = new("download_changed", SettingType.Flag,
            "Whether the downloader fetched something new.");

        public static SettingKey RecipePath { get; } = new("RECIPE_PATH", SettingType.Path,
            "The recipe or override that runs.");

        public static SettingKey RecipeFolder { get; } = new("RECIPE_DIR", SettingType.Path,
            "Its folder.");

        public static SettingKey ParentRecipes { get; } = new("PARENT_RECIPES", SettingType.Texts,
            "Paths of its parents, the nearest first.");

        public static SettingKey Verbose { get; } = new("verbose", SettingType.Whole,
            "How many -v were given.");
    }
}
