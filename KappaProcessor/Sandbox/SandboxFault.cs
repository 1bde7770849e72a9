namespace Kappa.Sandbox;

/// <summary>
/// Trouble at one step; null stands for every call of the API, storage and Slack not among them.
/// </summary>
internal sealed record SandboxFault(SandboxStep? Step, SandboxTrouble Trouble)
{
    /// <summary>How often; null: for ever.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>The first request that gets it, counted from 1.</summary>
    public int From { get; init; } = 1;

    public bool Covers(SandboxStep step) =>
        Step is { } one ? one == step : step is not (SandboxStep.Upload or SandboxStep.Slack);
}
