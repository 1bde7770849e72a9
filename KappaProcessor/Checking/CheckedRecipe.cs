using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>A recipe or an override that was asked about.</summary>
/// <param name="Named">As it was asked for.</param>
internal sealed record CheckedRecipe(string Named)
{
    /// <summary>Null when it cannot be read, or is YAML.</summary>
    public RunRequest? Request { get; init; }

    public CheckedSettings? Settings { get; init; }

    /// <summary>Why a run of it would fail at once.</summary>
    public KappaException? Fault { get; init; }

    /// <summary>What was not looked into, and what to do about that.</summary>
    public KappaException? Gap { get; init; }
}
