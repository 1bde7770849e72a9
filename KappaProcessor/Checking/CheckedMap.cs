using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>A recipe map or package map that the configuration wants used.</summary>
internal sealed record CheckedMap
{
    /// <summary>Null when there is none, or it cannot be read.</summary>
    public MapFile? File { get; init; }

    public IReadOnlyList<SettingProblem> Problems { get; init; } = [];

    /// <summary>Why nothing of it can be read.</summary>
    public KappaException? Fault { get; init; }

    /// <summary>Each entry's settings.</summary>
    public IReadOnlyList<CheckedSettings> Entries { get; init; } = [];
}
