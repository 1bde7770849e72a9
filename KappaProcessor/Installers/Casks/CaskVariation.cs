namespace Kappa.Installers.Casks;

/// <summary>
/// Chooses among the <c>variations</c> of a cask. Its document itself is for Apple silicon with the newest
/// macOS; a variation says what differs for one other system (<c>sequoia</c> is Intel, <c>arm64_sonoma</c>
/// Apple silicon, <c>x86_64_linux</c> no Mac).
/// </summary>
internal static class CaskVariation
{
    private const string Arm = "arm64_";

    /// <summary>The one for the newest macOS; null when the document itself is.</summary>
    public static string? Choose(IReadOnlyCollection<string> variations, CaskProcessor processor) => variations
        .Where(name => !name.EndsWith("_linux", StringComparison.Ordinal))
        .Where(name => IsArm(name) == (processor == CaskProcessor.Arm))
        .OrderBy(name => MacSystems.Age(System(name)))
        .FirstOrDefault(name => IsForNewest(name, variations));

    private static bool IsArm(string name) => name.StartsWith(Arm, StringComparison.Ordinal);

    private static string System(string name) => IsArm(name) ? name[Arm.Length..] : name;

    // What differs on an older macOS does so on both kinds of Mac; what differs on Intel alone does so on
    // every macOS, also when the document is from before the newest.
    private static bool IsForNewest(string name, IReadOnlyCollection<string> variations) =>
        MacSystems.Age(System(name)) <= 0 || (!IsArm(name) && !variations.Contains(Arm + name));
}
