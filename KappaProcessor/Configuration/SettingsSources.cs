namespace Kappa.Configuration;

/// <summary>Everything settings are made of, the strongest first.</summary>
internal sealed record SettingsSources
{
    public EnvironmentOverrides Environment { get; init; } = EnvironmentOverrides.None;

    public required RunRequest Request { get; init; }

    public MapMatch Map { get; init; } = MapMatch.None;

    /// <summary>
    /// AutoPkg's preference KANDJI_API_URL, for those whom AutoPkg does not hand it as a variable of the recipe.
    /// </summary>
    public string? PreferredApiUrl { get; init; }

    public ConfigFile Config { get; init; } = ConfigFile.None;

    public LoadedScripts Scripts { get; init; } = LoadedScripts.None;

    /// <summary>
    /// Where a configuration was looked for, for the message that something is missing in it.
    /// </summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>What the recipe says, and where it is silent, the map.</summary>
    public StatedSettings Stated => Request.Stated.Over(Map.Entry?.Stated);
}
