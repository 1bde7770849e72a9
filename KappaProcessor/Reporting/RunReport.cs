using Kappa.Publishing;

namespace Kappa.Reporting;

/// <summary>A run's outcomes, a variant each, in the order prod, test (or the one default).</summary>
internal sealed record RunReport(IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>The tenant is not what it was before.</summary>
    public bool HasChanges => Outcomes.Any(outcome => outcome.IsChange);

    public bool HasFailures => Outcomes.Any(outcome => outcome.Action == OutcomeAction.Failed);

    public ExitCode ExitCode => HasFailures ? ExitCode.RunFailed : ExitCode.Done;
}
