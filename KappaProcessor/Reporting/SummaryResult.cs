using Kappa.Publishing;

namespace Kappa.Reporting;

/// <summary>
/// A row of AutoPkg's summary (https://github.com/autopkg/autopkg/wiki/Processor-Summary-Reporting). AutoPkg
/// measures every value with <c>len()</c> and takes the heading from the first recipe, so all values are text
/// and the heading is the same for every run.
/// </summary>
internal sealed record SummaryResult(string Text, IReadOnlyList<KeyValuePair<string, string>> Data)
{
    private const string Heading = "The following Kandji Custom Apps changed or need a look:";
    private const string TestHeading = "The following Kandji Custom Apps for testers changed or need a look:";

    /// <summary>Null when the variant did not change and needs nobody.</summary>
    public static SummaryResult? Of(Outcome outcome)
    {
        if (outcome.Action is OutcomeAction.Unchanged or OutcomeAction.Failed)
        {
            return null;
        }

        var heading = outcome.Target.Variant == Configuration.AppVariant.Test ? TestHeading : Heading;
        return new SummaryResult(
            heading,
            [
                KeyValuePair.Create("custom_app", outcome.App?.Name ?? outcome.Target.Name),
                KeyValuePair.Create("action", outcome.Action.Word().Replace('_', ' ')),
                KeyValuePair.Create("version", outcome.Version ?? ""),
                KeyValuePair.Create("enforcement", outcome.Enforcement?.ConfigWord ?? ""),
                KeyValuePair.Create("self_service_category", outcome.Category ?? ""),
                KeyValuePair.Create("url", outcome.Link?.AbsoluteUri ?? ""),
            ]);
    }
}
