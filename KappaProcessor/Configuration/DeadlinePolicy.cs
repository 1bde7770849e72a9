namespace Kappa.Configuration;

/// <summary>
/// What a new version does to a deadline that is still running (<c>li_enforcement.deadline</c>).
/// </summary>
internal enum DeadlinePolicy
{
    /// <summary>Every enforced version starts its own clock.</summary>
    PerVersion,

    /// <summary>A version that comes while an older deadline runs keeps that deadline.</summary>
    FirstUnmet,
}

internal static class DeadlinePolicies
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<DeadlinePolicy>().Select(Word)];

    /// <summary>The configuration's word: <c>per_version</c>, <c>first_unmet</c>.</summary>
    public static string Word(this DeadlinePolicy policy) => policy switch
    {
        DeadlinePolicy.PerVersion => "per_version",
        DeadlinePolicy.FirstUnmet => "first_unmet",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {policy}."),
    };

    public static DeadlinePolicy? TryParse(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "PER_VERSION" => DeadlinePolicy.PerVersion,
        "FIRST_UNMET" => DeadlinePolicy.FirstUnmet,
        _ => null,
    };
}
