using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>What the process environment and the files beside each other say.</summary>
internal sealed record CheckedConfiguration(EnvironmentOverrides Environment)
{
    /// <summary>AutoPkg's preference KANDJI_API_URL.</summary>
    public string? PreferredApiUrl { get; init; }

    public ConfigLocation Location { get; init; } = new();

    /// <summary>None as well when it cannot be read.</summary>
    public ConfigFile Config { get; init; } = ConfigFile.None;

    /// <summary>Why nothing of it can be read.</summary>
    public KappaException? Fault { get; init; }

    public IReadOnlyList<SettingProblem> Problems { get; init; } = [];

    /// <summary>The settings of a run that neither map nor recipe says anything of.</summary>
    public CheckedSettings? Plain { get; init; }

    /// <summary>Null when it is not used.</summary>
    public CheckedMap? RecipeMap { get; init; }

    /// <inheritdoc cref="RecipeMap"/>
    public CheckedMap? PackageMap { get; init; }

    /// <summary>The configuration and the audit script's template, if every user may write them.</summary>
    public IReadOnlyList<string> WritableByAll { get; init; } = [];

    public KappaException? TemplateFault { get; init; }

    public SettingsSources Sources(RunRequest request) => new()
    {
        Environment = Environment,
        Request = request,
        PreferredApiUrl = PreferredApiUrl,
        Config = Config,
        Searched = Location.Searched,
    };
}
