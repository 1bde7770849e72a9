namespace Kappa.Configuration;

/// <summary>Every key of <c>brew_cron.json</c>.</summary>
internal static class CaskScheduleKeys
{
    public static SettingKey Casks { get; } = new("brew_casks", SettingType.Texts,
        "Names of the casks.");

    public static SettingKey EveryHours { get; } = new("every_n_hours", SettingType.Whole,
        "Whole hours, 1 to 168, from one run to the next.");

    public static SettingKey Settings { get; } = new("cask_settings", SettingType.Dict,
        "By cask, what a map's entry may say: prod_name, test_name, ss_category and so on.");

    public static IReadOnlyList<SettingKey> All { get; } = [Casks, EveryHours, Settings];
}
