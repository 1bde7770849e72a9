using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>
/// The settings that recipe and map can state, as AutoPkg variables and as keys of an entry.
/// </summary>
internal static class StatedKeys
{
    public static IReadOnlyList<string> EnforcementWords =>
        [.. Enforcement.All.Select(enforcement => enforcement.ConfigWord)];

    public static VariantKeys Prod { get; } = new()
    {
        Name = new SettingKey("prod_name", SettingType.Text, "Name of the Custom App for everybody.")
        {
            Aliases = ["custom_app.prod_name"],
        },
        Category = new SettingKey("ss_category", SettingType.Text,
            "Self Service category of the prod (or only) app; makes a new one self_service.")
        {
            Aliases = ["custom_app.ss_category"],
        },
        Enforcement = new SettingKey("enforcement_type", SettingType.Choice,
            "How a new app is installed: audit_enforce, install_once or self_service.")
        {
            Words = EnforcementWords,
        },
        Delay = new SettingKey("enforcement_delay", SettingType.Whole,
            "Whole days, 0 to 365, until the prod (or only) app is enforced.")
        {
            Aliases = ["enforcement_delays.prod"],
        },
        Blueprints = new SettingKey("blueprints", SettingType.Texts,
            "Names or ids of the Blueprints that a new prod (or only) app is put into; "
                + "a node of an assignment map as NAME#NODE_ID."),
    };

    public static VariantKeys Test { get; } = new()
    {
        Name = new SettingKey("test_name", SettingType.Text,
            "Name of the Custom App for those who try new versions first.")
        {
            Aliases = ["custom_app.test_name"],
        },
        Category = new SettingKey("test_category", SettingType.Text,
            "Self Service category of the test app; makes a new one self_service.")
        {
            Aliases = ["custom_app.test_category"],
        },
        Enforcement = new SettingKey("test_enforcement_type", SettingType.Choice,
            "How a new test app is installed, when not as enforcement_type says.")
        {
            Words = EnforcementWords,
        },
        Delay = new SettingKey("test_enforcement_delay", SettingType.Whole,
            "Whole days, 0 to 365, until the test app is enforced.")
        {
            Aliases = ["enforcement_delays.test"],
        },
        Blueprints = new SettingKey("test_blueprints", SettingType.Texts,
            "Names or ids of the Blueprints that a new test app is put into."),
    };

    public static SettingKey PreinstallScript { get; } = new("preinstall_script", SettingType.Script,
        "Script that runs before the installer: its text, which starts with #!, or its path, which may be "
            + "relative to the recipe.");

    public static SettingKey PostinstallScript { get; } = new("postinstall_script", SettingType.Script,
        "Script that runs after the installer, in the same forms.");

    public static SettingKey Restart { get; } = new("restart", SettingType.Flag,
        "Whether the Mac restarts after the installation.");

    public static SettingKey Active { get; } = new("active", SettingType.Flag,
        "Whether the app is active in Kandji.");

    public static SettingKey SelfServiceRecommended { get; } = new(
        "self_service_recommended", SettingType.Flag, "Whether Self Service recommends the app.");

    public static SettingKey ShowInSelfService { get; } = new("show_in_self_service", SettingType.Flag,
        "Show an enforced app in Self Service as well; a category then no longer changes the enforcement.");

    public static SettingKey UnzipLocation { get; } = new("unzip_location", SettingType.Path,
        "Folder on the Mac into which a .zip is unpacked.")
    {
        Default = Defaults.UnzipLocation,
    };

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Prod.Name, Test.Name, Prod.Category, Test.Category, Prod.Enforcement, Test.Enforcement, Prod.Delay,
        Test.Delay, Prod.Blueprints, Test.Blueprints, PreinstallScript, PostinstallScript, Restart, Active,
        SelfServiceRecommended, ShowInSelfService, UnzipLocation,
    ];

    /// <summary>Those that say nothing about a run without a test app.</summary>
    public static IReadOnlyList<SettingKey> OfTestApps { get; } =
        [Test.Category, Test.Enforcement, Test.Blueprints];

    /// <summary>Those that say nothing about a run that has a test app alone.</summary>
    public static IReadOnlyList<SettingKey> OfOtherApps { get; } = [Prod.Category, Prod.Blueprints];
}
