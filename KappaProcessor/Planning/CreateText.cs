namespace Kappa.Planning;

/// <summary>What a new app would be.</summary>
internal static class CreateText
{
    public static IEnumerable<PlanLine> Lines(PlanStep.Create create, PlanningFacts facts)
    {
        var fields = create.Fields;
        return
        [
            new("installer", facts.Installer.Name),
            new("install type", fields.InstallType),
            new("size", Words.Bytes(facts.Installer.Size)),
            new("sha256", facts.Sha256),
            new("enforcement", create.Target.Enforcement.ConfigWord),
            new("delay", create.Audit is { } audit ? Words.Days(audit.DelayDays) : null),
            new("deadline", DeadlineText.Of(create.Audit, facts.Now)),
            new("show in Self Service", Flag(fields.ShowInSelfService)),
            new("category", create.Category),
            new("recommended", Flag(fields.SelfServiceRecommended)),
            new("unzip location", fields.UnzipLocation),
            new("active", Flag(fields.Active)),
            new("restart", Flag(fields.Restart)),
            new("preinstall script", Script(fields.PreinstallScript)),
            new("postinstall script", Script(fields.PostinstallScript)),
            new("blueprints", create.Blueprints.Count == 0 ? null : string.Join(", ", create.Blueprints)),
        ];
    }

    private static string? Flag(bool? value) => value is { } flag ? Words.Flag(flag) : null;

    private static string? Script(string? script) => script is null ? null : Words.Script(script);
}
