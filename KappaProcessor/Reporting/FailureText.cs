using Kappa.Configuration;
using Kappa.Publishing;

namespace Kappa.Reporting;

/// <summary>
/// Why a run failed, as AutoPkg shows it. AutoPkg keeps nothing else of a step that fails, so the variants
/// that were done are told as well; a line each.
/// </summary>
internal static class FailureText
{
    public static string Of(RunReport report) => report.Outcomes.Count == 1
        ? report.Outcomes[0].Message
        : string.Join('\n', report.Outcomes.Select(Line));

    private static string Line(Outcome outcome) =>
        $"{outcome.Target.Variant.Word()} '{outcome.Target.Name}' {outcome.Action.Word()}: {outcome.Message}";
}
