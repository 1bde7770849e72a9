using Kappa.Publishing;

namespace Kappa.Reporting;

/// <summary>What became of one file or cask.</summary>
/// <param name="Source">The file or cask.</param>
/// <param name="Outcomes">One a variant; none when it did not come to that.</param>
internal sealed record UploadResult(UploadSource Source, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>Why nothing was done; null when something was tried.</summary>
    public string? Problem { get; init; }

    public bool HasFailed =>
        Problem is not null || Outcomes.Any(outcome => outcome.Action == OutcomeAction.Failed);
}
