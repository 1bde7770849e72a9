namespace Kappa.Planning;

/// <summary>One value that the recipe claims and the installer has: the installer is right.</summary>
internal sealed record Settled(string Key, string? Claimed, string? Found)
{
    /// <summary>Where in the installer the value was found.</summary>
    public string? Source { get; init; }

    public string? Value => Found ?? Claimed;

    public IReadOnlyList<Note> Notes => Claimed is null || Found is null || AreSame(Claimed, Found)
        ? []
        : [Note.Warning(
            $"The recipe says {Key} '{Claimed}', the installer '{Found}'"
            + $"{(Source is null ? "" : $" ({Source})")}; the installer's is used.")];

    /// <summary>macOS takes names and bundle ids in any case, and 128.0 is 128 to the audit script.</summary>
    private static bool AreSame(string claimed, string found) => string.Equals(
        WithoutZeroParts(claimed), WithoutZeroParts(found), StringComparison.OrdinalIgnoreCase);

    private static string WithoutZeroParts(string value)
    {
        value = value.Trim();
        while (value.EndsWith(".0", StringComparison.Ordinal))
        {
            value = value[..^2];
        }

        return value;
    }
}
