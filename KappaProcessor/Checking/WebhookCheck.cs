using Kappa.Reporting;

namespace Kappa.Checking;

/// <summary>Where Slack's webhook was found, and whether it can be one. A run fails for none of this.</summary>
/// <param name="Webhook">Null when Slack is off.</param>
/// <param name="Obstacle">Why it was not looked for.</param>
internal sealed record WebhookCheck(CheckedSecret? Webhook, string? Obstacle) : ICheck
{
    private const string Name = "Slack webhook";

    private const string Remedy = "Store the webhook's URL that Slack gave, with 'kappa setup', or set "
        + "slack.enabled to false.";

    public IEnumerable<Finding> Judge() => Webhook switch
    {
        { Found: { } found } when !SlackNotifier.IsAddress(found.Secret) =>
            [Finding.Warning(Name, $"{Webhook.Name}, from {found.Place}, is not an https address.", Remedy)],
        { Found: { } found } => [
            TokenCheck.Exposed(Webhook) is { } exposed
                ? exposed with { Check = Name }
                : Finding.Ok(Name, $"{Webhook.Name}, from {found.Place}")],
        _ when Obstacle is not null => [Finding.Skipped(Name, Obstacle)],
        { Fault: { } fault } => [Finding.Failed(Name, fault)],
        null => [Finding.Skipped(Name, "Slack is off")],
        _ => [Finding.Warning(
            Name, $"Slack is enabled, but no webhook is stored under {Webhook.Name}; nothing will be posted.",
            Remedy)],
    };
}
