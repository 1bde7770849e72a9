namespace Kappa.Planning;

/// <summary>What an update changes, and what of the rest an administrator looks for.</summary>
internal static class UpdateText
{
    public static IEnumerable<PlanLine> Lines(PlanStep.Update update, PlanningFacts facts)
    {
        var changes = update.Changes.Select(Change).ToList();
        var changed = changes.Select(line => line.Label).ToHashSet();
        return
        [
            .. changes.Where(line => line.Label == "installer"),
            .. update.WithInstaller ? FileChange(update, facts) : [],
            .. changes.Where(line => line.Label != "installer"),
            .. Kept(update).Where(line => !changed.Contains(line.Label)),
            new("deadline", DeadlineText.Of(update.Audit, facts.Now)),
        ];
    }

    /// <summary><c>restart: false → true</c>.</summary>
    private static PlanLine Change(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new PlanLine(text[..colon], text[(colon + 1)..].Trim());
    }

    private static IEnumerable<PlanLine> FileChange(PlanStep.Update update, PlanningFacts facts)
    {
        var oldSize = update.Existing.FileSize is { } size ? Words.Bytes(size) : "unknown";
        var oldHash = update.Existing.Sha256 ?? "unknown";
        return
        [
            new("size", $"{oldSize} → {Words.Bytes(facts.Installer.Size)}"),
            new("sha256", $"{oldHash} → {facts.Sha256 ?? "read during the upload"}"),
        ];
    }

    private static IEnumerable<PlanLine> Kept(PlanStep.Update update) =>
    [
        new("enforcement", $"{update.Existing.Enforcement}, as it is"),
        new("category", update.Category is { } category ? $"{category}, as it is" : null),
        new("delay", update.Audit is { } audit ? $"{Words.Days(audit.DelayDays)}, as it is" : null),
    ];
}
