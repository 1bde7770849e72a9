using Kappa.Configuration;
using Kappa.Publishing;

namespace Kappa.Reporting;

/// <summary>
/// Why a run failed, as AutoPkg shows it. AutoPkg keeps nothing else of a step that fails, so the variants
/// that were done are told as well; a line each.
/// </summary>
internal static class FailureText
{
    /// <param name="report">Of a run in which something failed.</param>
    /// <param name="stopped">Why the run was stopped; null when it was not.</param>
    public static string Of(RunReport report, string? stopped) => string.Join('\n', [
        .. stopped is null ? [] : new[] { stopped },
        .. report.Outcomes.Count == 1 ? [report.Outcomes[0].Message] : report.Outcomes.Select(Line),
    ]);

    private static string Line(Outcome outcome) =>
        $"{outcome.Target.Variant.Word()} '{outcome.Target.Name}' {outcome.Action.Word()}: {outcome.Message}";
}
