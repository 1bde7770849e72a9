namespace Kappa.Configuration;

/// <summary>
/// The variables of the process environment that configure Kappa. Secrets have names of their own.
/// </summary>
internal static class EnvironmentKeys
{
    public static SettingKey ApiUrl { get; } = new("KANDJI_API_URL", SettingType.Text,
        "API address of the tenant; wins over recipe and config.json.")
    {
        Aliases = ["IRU_API_URL"],
    };

    public static SettingKey EnvironmentKeystore { get; } = new("ENV_KEYSTORE", SettingType.Flag,
        "1, true, yes or on: look for token and webhook in the environment, whatever config.json says.");

    public static SettingKey ProcessingTimeout { get; } = new("KAPPA_PROCESSING_TIMEOUT", SettingType.Whole,
        "Seconds that Kandji may take to process an upload; wins over config.json.");

    public static SettingKey Config { get; } = new("KAPPA_CONFIG", SettingType.Path,
        "The config.json to use.");

    public static SettingKey ShimFolder { get; } = new("KAPPA_SHIM_FOLDER", SettingType.Path,
        "The folder of KAPPA.py, which the shim sets; config.json is looked for there.");

    public static IReadOnlyList<SettingKey> All { get; } =
        [ApiUrl, EnvironmentKeystore, ProcessingTimeout, Config, ShimFolder];
}
