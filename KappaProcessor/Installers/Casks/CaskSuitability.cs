namespace Kappa.Installers.Casks;

/// <summary>Whether Kandji could install what a cask brings; known before anything is downloaded.</summary>
internal static class CaskSuitability
{
    private static readonly string[] Installable = ["pkg", "app", "suite"];

    /// <summary>What says how to tidy up, not what to install.</summary>
    private static readonly string[] Housekeeping =
    [
        "uninstall", "zap", "preflight", "postflight", "uninstall_preflight", "uninstall_postflight", "rename",
    ];

    private static readonly string[] ForeignSuffixes =
        [".tar", ".gz", ".tgz", ".bz2", ".tbz", ".xz", ".txz", ".zst", ".7z", ".rar", ".xip", ".iso", ".jar", ".ttf"];

    /// <exception cref="KappaException">It could not, or Homebrew has given the cask up.</exception>
    public static void Require(CaskDocument cask)
    {
        if (cask.Disablement is { } reason)
        {
            throw new KappaException(
                $"Homebrew has disabled the cask {cask.Token}{Because(reason)}.",
                "Take it off the list, and get the installer from its vendor.");
        }

        if (!cask.Artifacts.Intersect(Installable).Any())
        {
            throw new KappaException(
                $"The cask {cask.Token} brings {Words(cask.Artifacts)}; Kandji installs packages and applications.",
                "Build a package of it (with AutoPkg for example), and give Kappa that.");
        }

        if (Refusal(cask) is { } fault)
        {
            throw new KappaException(
                $"The cask {cask.Token} {fault}; Kandji takes .pkg, .dmg and .zip.",
                "Build a package of it (with AutoPkg for example), and give Kappa that.");
        }
    }

    /// <summary>What an administrator should know of it.</summary>
    public static IEnumerable<Note> Notes(CaskDocument cask)
    {
        if (cask.Deprecation is { } reason)
        {
            yield return Note.Warning(
                $"Homebrew will drop the cask {cask.Token}{Because(reason)}. Look for another source.");
        }

        if (cask.Sha256 is null)
        {
            yield return Note.Decision(
                $"Cask {cask.Token}: Homebrew knows no checksum of this download (no_check), so none is compared.");
        }

        if (cask.MacOS is { } systems)
        {
            yield return Note.Reason($"Cask {cask.Token} needs macOS {systems}.");
        }
    }

    private static string? Refusal(CaskDocument cask)
    {
        if (cask.Using is { } way and not (":post" or ":homebrew_curl"))
        {
            return $"is fetched with {way.TrimStart(':')}, not as a file";
        }

        var name = cask.Request.Url.AbsolutePath;
        return ForeignSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            ? $"downloads {name[(name.LastIndexOf('/') + 1)..]}"
            : null;
    }

    private static string Because(string reason) => reason.Length == 0
        ? ""
        : $" ({PrintableText.Of(reason).Replace('_', ' ')})";

    private static string Words(IReadOnlyList<string> artifacts) =>
        string.Join(", ", artifacts.Except(Housekeeping)) is { Length: > 0 } kinds
            ? kinds
            : "nothing that could be installed";
}
