using Kappa.Configuration;
using Kappa.Installers;

namespace Kappa.Checking;

/// <summary>AutoPkg: is it there, new enough, and does it find this Kappa and no other.</summary>
internal sealed record AutoPkgCheck : ICheck
{
    /// <summary>By which recipes name the processor.</summary>
    public const string Identifier = "io.kandji.kappa";

    private const string Name = "AutoPkg";

    /// <summary>What the shim's README asks for.</summary>
    private const string OldestVersion = "2.7";

    /// <summary>The path in AUTOPKG; null when that is not set.</summary>
    public string? Named { get; init; }

    /// <summary>Null when it is not here.</summary>
    public AutoPkgProgram? Program { get; init; }

    public string? Version { get; init; }

    /// <summary>Its preference KANDJI_API_URL, which every recipe gets; null when it has none.</summary>
    public string? PreferredApiUrl { get; init; }

    /// <summary>The folder in which it finds <see cref="Identifier"/>; null when it does not.</summary>
    public string? SeenFolder { get; init; }

    /// <summary>The processor there is not of this generation.</summary>
    public bool IsOlder { get; init; }

    /// <summary>Why it cannot be asked.</summary>
    public KappaException? Fault { get; init; }

    /// <summary>The shim that this executable belongs to; null when it belongs to none.</summary>
    public string? ShimFolder { get; init; }

    public IEnumerable<Finding> Judge()
    {
        if (Program is not { } program)
        {
            return [Missing()];
        }

        Finding?[] findings = Fault is { } fault
            ? [Finding.Failed(Name, fault)]
            : [JudgeVersion(program), JudgeFolder(program)];
        var told = findings.OfType<Finding>().ToList();
        return told.Count > 0 ? told : [Finding.Ok(Name, $"{Version} at {program.Path}, finds {Identifier}")];
    }

    private Finding Missing() => Named is null
        ? Finding.Warning(
            Name,
            "AutoPkg is not here; kappa upload does not need it, recipes do.",
            "Install it from https://github.com/autopkg/autopkg/releases, or let AUTOPKG name its path.")
        : Finding.Failed(
            Name, $"AUTOPKG names {Named}, which is no program.", "Name the autopkg command, or unset AUTOPKG.");

    private Finding? JudgeVersion(AutoPkgProgram program) =>
        LooseVersion.TryParse(Version) is { } version && version >= LooseVersion.Parse(OldestVersion)
            ? null
            : Finding.Failed(
                Name,
                $"{program.Path} is AutoPkg {Version}; Kappa needs {OldestVersion} or newer.",
                "Install the newest from https://github.com/autopkg/autopkg/releases.");

    private Finding? JudgeFolder(AutoPkgProgram program) => SeenFolder switch
    {
        null => Finding.Failed(
            Name,
            $"{program.Path} does not find {Identifier}, so recipes cannot name {Identifier}/KAPPA.",
            $"Add {ShimFolder ?? "the shim's folder"} to AutoPkg's preference RECIPE_SEARCH_DIRS."),
        _ when ShimFolder is not null && !IsSame(ShimFolder, SeenFolder) => Finding.Failed(
            Name,
            $"{program.Path} finds {Identifier} in {SeenFolder} first, and would run that instead of the one in "
                + $"{ShimFolder}.",
            $"Remove {SeenFolder} from AutoPkg's RECIPE_SEARCH_DIRS (or run autopkg repo-delete), or put it "
                + "behind the other."),
        _ when IsOlder => Finding.Failed(
            Name,
            $"{program.Path} finds {Identifier} in {SeenFolder}, whose {ConfigLocator.ShimFile} is an older "
                + "KAPPA, or missing.",
            "Replace that folder by this release's shim folder."),
        _ => null,
    };

    private static bool IsSame(string one, string other) => Real(one) == Real(other);

    private static string Real(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }
}
