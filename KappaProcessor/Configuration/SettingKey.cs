namespace Kappa.Configuration;

/// <summary>
/// One setting's place, type and documentation, said once. Dots separate the levels of a file or dictionary:
/// <c>li_enforcement.delays.prod</c>.
/// </summary>
internal sealed record SettingKey(string Name, SettingType Type, string Documentation)
{
    /// <summary>Other places where the same setting may stand, in the order they are looked at.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The words of a <see cref="SettingType.Choice"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>
    /// What holds when the setting is left out, as documentation shows it; null when nothing does.
    /// </summary>
    public string? Default { get; init; }

    public IEnumerable<string> Paths => [Name, .. Aliases];

    public override string ToString() => Name;
}
