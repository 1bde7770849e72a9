namespace Kappa.Configuration;

/// <summary>
/// Knows texts that are secrets in the wrong place, so that no message repeats them: a token of Kandji is a
/// UUID, a Slack webhook is its URL, and a URL can carry a password.
/// </summary>
internal static class SecretText
{
    public static bool Resembles(string text) =>
        Guid.TryParse(text, out _)
        || text.Contains("hooks.slack.com/", StringComparison.OrdinalIgnoreCase)
        || (text.Contains("://", StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal));
}
