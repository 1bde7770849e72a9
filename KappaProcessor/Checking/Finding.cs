namespace Kappa.Checking;

/// <summary>One line of what <c>kappa check</c> tells.</summary>
/// <param name="Check">What was looked at, in a word or two: "Token".</param>
/// <param name="Status">What it has come to.</param>
/// <param name="Message">What is so.</param>
internal sealed record Finding(string Check, CheckStatus Status, string Message)
{
    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public string? Remedy { get; init; }

    public static Finding Ok(string check, string message) => new(check, CheckStatus.Ok, message);

    public static Finding Skipped(string check, string reason) => new(check, CheckStatus.Skipped, reason);

    public static Finding Failed(string check, string message, string remedy) =>
        new(check, CheckStatus.Failed, message) { Remedy = remedy.Length > 0 ? remedy : null };

    public static Finding Failed(string check, KappaException problem) =>
        Failed(check, problem.What, problem.Remedy);

    public static Finding Warning(string check, string message, string? remedy = null) =>
        new(check, CheckStatus.Warning, message) { Remedy = remedy };

    public static Finding Warning(string check, KappaException problem) =>
        Warning(check, problem.What, problem.Remedy);
}
