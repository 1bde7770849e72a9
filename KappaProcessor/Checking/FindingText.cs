namespace Kappa.Checking;

/// <summary>Findings for a person: a line each, and below it what to do.</summary>
internal static class FindingText
{
    private const string Green = "\u001B[32m";
    private const string Red = "\u001B[31m";
    private const string Yellow = "\u001B[33m";
    private const string NoColor = "\u001B[0m";

    /// <param name="findings">All of them.</param>
    /// <param name="colored">For a terminal that shows colours.</param>
    public static string Of(IReadOnlyList<Finding> findings, bool colored)
    {
        var width = findings.Max(finding => finding.Check.Length);
        return string.Concat(findings.Select(finding => Line(finding, width, colored))) + "\n" + End(findings) + "\n";
    }

    private static string Line(Finding finding, int width, bool colored)
    {
        var (mark, color) = Mark(finding.Status);
        var shown = colored ? $"{color}{mark}{(color.Length > 0 ? NoColor : "")}" : mark;
        var message = finding.Status == CheckStatus.Skipped ? $"skipped: {finding.Message}" : finding.Message;
        var line = $"{shown} {finding.Check.PadRight(width)}  {PrintableText.Of(message)}\n";
        return finding.Remedy is { } remedy
            ? $"{line}{new string(' ', width + 4)}{PrintableText.Of(remedy)}\n"
            : line;
    }

    private static (string Mark, string Color) Mark(CheckStatus status) => status switch
    {
        CheckStatus.Ok => ("✓", Green),
        CheckStatus.Failed => ("✗", Red),
        CheckStatus.Warning => ("!", Yellow),
        CheckStatus.Skipped => ("-", ""),
        _ => throw new System.Diagnostics.UnreachableException($"No mark for {status}."),
    };

    private static string End(IReadOnlyList<Finding> findings)
    {
        var failed = findings.Count(finding => finding.Status == CheckStatus.Failed);
        var warnings = findings.Count(finding => finding.Status == CheckStatus.Warning);
        return failed + warnings == 0
            ? $"All {findings.Count(finding => finding.Status == CheckStatus.Ok)} checks passed."
            : $"{failed} would fail a run, {Counted.Of(warnings, "warning", "warnings")}.";
    }
}
