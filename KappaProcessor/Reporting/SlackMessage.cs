using Kappa.Publishing;
using Newtonsoft.Json.Linq;

namespace Kappa.Reporting;

/// <summary>
/// One message for a Slack webhook, as an attachment with a coloured bar.
/// Escaping and limits: https://docs.slack.dev/messaging/formatting-message-text and
/// https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments.
/// </summary>
internal sealed record SlackMessage(string Colour, string Title, string Text)
{
    private const string Green = "#2EB67D";
    private const string Red = "#E01E5A";
    private const int LongestTitle = 250;
    private const int LongestText = 3000;

    public Uri? Link { get; init; }

    /// <summary>
    /// What Slack should hear of an outcome; null for one that changed nothing and needs nobody.
    /// </summary>
    public static SlackMessage? Of(Outcome outcome, string installer) => outcome.Action switch
    {
        OutcomeAction.Created => Done("Custom App created", outcome, installer),
        OutcomeAction.Updated => Done("Custom App updated", outcome, installer),
        OutcomeAction.SettingsUpdated => Done("Custom App settings updated", outcome, installer),
        OutcomeAction.Failed when outcome.Duplicates.Count > 0 => Duplicates(outcome),
        OutcomeAction.Failed => Failed($"Custom App {outcome.Target.Name} failed", outcome.Message) with
        {
            Link = outcome.Link,
        },
        _ => null,
    };

    public static SlackMessage Failed(string title, string text) => new(Red, title, Escape(text));

    /// <summary>The body of the webhook's request.</summary>
    public JObject ToJson()
    {
        var attachment = new JObject
        {
            ["color"] = Colour,
            ["title"] = Cut(Escape(Title), LongestTitle),
            ["text"] = Cut(Text, LongestText),
            ["fallback"] = Cut(Escape(Title), LongestTitle),
            ["mrkdwn_in"] = new JArray("text"),
        };
        if (Link is not null)
        {
            attachment["title_link"] = Link.AbsoluteUri;
        }

        return new JObject { ["attachments"] = new JArray(attachment) };
    }

    private static SlackMessage Done(string title, Outcome outcome, string installer)
    {
        string?[] lines =
        [
            Line("Name", outcome.App?.Name ?? outcome.Target.Name),
            Line("Version", outcome.Version),
            Line("Installer", installer),
            Line("Enforcement", outcome.Enforcement?.ConfigWord),
            Line("Self Service category", outcome.Category),
            Line("ID", outcome.App?.Id.Value),
        ];
        return new SlackMessage(
            Green,
            $"{title}: {outcome.App?.Name ?? outcome.Target.Name}",
            string.Join('\n', lines.Where(line => line is not null)))
        {
            Link = outcome.Link,
        };
    }

    private static SlackMessage Duplicates(Outcome outcome)
    {
        var lines = outcome.Duplicates.Select(one =>
            $"<{one.Link.AbsoluteUri}|{Escape(one.App.Name)}> created {one.App.CreatedAt:yyyy-MM-dd HH:mm 'UTC'}, "
            + $"installer {Code(one.App.FileName)}");
        return new SlackMessage(
            Red,
            $"Several Custom Apps are named {outcome.Target.Name}",
            $"{Escape(outcome.Problem?.Message ?? outcome.Message)}\n{string.Join('\n', lines)}");
    }

    private static string? Line(string label, string? value) =>
        string.IsNullOrEmpty(value) ? null : $"*{label}*: {Code(value)}";

    // A backtick in a name would end the code span early.
    private static string Code(string value) => $"`{Escape(value).Replace('`', '\'')}`";

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        end = char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;

        // Half an escape, "&am", would be shown as it stands.
        var escape = text.LastIndexOf('&', end - 1, Math.Min(end, 5));
        return (escape >= 0 && text.IndexOf(';', escape, end - escape) < 0 ? text[..escape] : text[..end]) + "…";
    }
}
