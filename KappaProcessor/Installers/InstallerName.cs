using System.Text.RegularExpressions;

namespace Kappa.Installers;

/// <summary>What an installer is called once everything is left out that changes with a release.</summary>
internal static partial class InstallerName
{
    /// <summary>
    /// By the application in it, or else by its file: <c>Firefox.app</c> or <c>Firefox-128.0.pkg</c> →
    /// <c>Firefox</c>.
    /// </summary>
    public static string Of(InstallerMetadata installer, string path) =>
        installer.AppName is { } app && ProductName(app) is { Length: > 0 } name
            ? name
            : ProductName(Path.TrimEndingDirectorySeparator(path));

    /// <summary>
    /// The name without version, hash, architecture, platform and suffix.
    /// <c>GoogleChrome-126.0.1_ab12cd34.pkg</c> → <c>GoogleChrome</c>;
    /// <c>claude-devtools-0.4.16-arm64.dmg</c> → <c>claude-devtools</c>; <c>Rectangle0.91.dmg</c> →
    /// <c>Rectangle</c>; <c>Logic Pro 11.app</c> → <c>Logic Pro 11</c>.
    /// </summary>
    public static string ProductName(string fileName)
    {
        var name = Path.GetFileName(fileName).Replace("%20", " ", StringComparison.Ordinal);
        return WithoutVersion(FileSuffixes().Replace(CacheHash().Replace(name, ""), ""));
    }

    /// <summary>The same for a name that is no file's.</summary>
    public static string WithoutVersion(string name)
    {
        var product = InnerVersion().Replace(GluedVersion().Replace(Bare(name), ""), "");
        product = product.Trim(' ', '-', '_', '.', '+');
        return product.Length > 0 ? product : name;
    }

    private static string Bare(string name)
    {
        var shorter = GluedArchitecture().Replace(Suffix().Replace(name, ""), "");
        return shorter == name ? name : Bare(shorter);
    }

    /// <summary>Homebrew's cache puts the SHA-256 of the URL before the name.</summary>
    [GeneratedRegex("^[0-9a-f]{64}--", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CacheHash();

    [GeneratedRegex(@"(\.(pkg|mpkg|dmg|zip|app))+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileSuffixes();

    /// <summary>
    /// An architecture, a platform, a hash or a version at the end, parted from the rest by a separator.
    /// </summary>
    [GeneratedRegex(
        """
        [-_.\ +\(]+
        (
            arm[-_\ ]?64e? | aarch64 | apple[-_\ ]?silicon | universal2?
          | x86[-_]64 | x64 | amd64 | i386 | intel
          | (?<=mac(os)?[-_])apple
          | (?<=[-_.\(])(mac(os)?(x|[0-9.]+)? | osx | darwin)
          | (?<=[-_])(mavericks|yosemite|high-?sierra|mojave|catalina|big-?sur|monterey|ventura|sonoma|sequoia)
          | (?<=[-_])(?=[a-f]*[0-9])[0-9a-f]{7,64}
          | (?<=[-_.])build[-_.\ ]?[0-9]+
          | (?<=[-_+\(][\ ]?)v?[0-9]+([._][0-9]+)*([-.]?(a|b|rc|alpha|beta|pre|dev|build|esr|stable|final)[-.]?[0-9]*)?
          | (?<=\ )v?[0-9]+([._][0-9]+)+([-.]?(a|b|rc|alpha|beta|pre|dev|build|esr|stable|final)[-.]?[0-9]*)?
          | latest
        )
        \)?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suffix();

    /// <summary>Directly after a small letter, <c>SpotifyARM64</c>; of words only those no product has.</summary>
    [GeneratedRegex("(?<=[a-z])(ARM64|Arm64|X64|AppleSilicon)$", RegexOptions.CultureInvariant)]
    private static partial Regex GluedArchitecture();

    /// <summary>A dotted version directly after the last letter.</summary>
    [GeneratedRegex(@"(?<=[A-Za-z])\.?[0-9]+(\.[0-9]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex GluedVersion();

    /// <summary>A dotted version between two words.</summary>
    [GeneratedRegex(@"[-_ ]v?[0-9]+(\.[0-9]+)+(?=[-_ ])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerVersion();
}
