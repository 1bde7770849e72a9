using System.Text.RegularExpressions;

namespace Kappa.Installers;

/// <summary>What an installer's file name says that it installs.</summary>
internal static partial class InstallerName
{
    /// <summary>
    /// The name without version, hash, architecture, platform and suffix.
    /// <c>GoogleChrome-126.0.1_ab12cd34.pkg</c> → <c>GoogleChrome</c>;
    /// <c>claude-devtools-0.4.16-arm64.dmg</c> → <c>claude-devtools</c>; <c>Rectangle0.91.dmg</c> →
    /// <c>Rectangle</c>; <c>Logic Pro 11.app</c> → <c>Logic Pro 11</c>.
    /// </summary>
    public static string ProductName(string fileName)
    {
        var name = FileSuffixes().Replace(CacheHash().Replace(Path.GetFileName(fileName), ""), "");
        var product = InnerVersion().Replace(GluedVersion().Replace(Bare(name), ""), "");
        product = product.Trim(' ', '-', '_', '.', '+');
        return product.Length > 0 ? product : name;
    }

    private static string Bare(string name)
    {
        var shorter = Suffix().Replace(name, "");
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
          | (?<=[-_.\(])(mac(os)?(x|[0-9.]+)? | osx | darwin)
          | (?<=[-_])(?=[a-f]*[0-9])[0-9a-f]{8,64}
          | (?<=[-_+\(][\ ]?)v?[0-9]+([._][0-9]+)*(-?(a|b|rc|alpha|beta|pre|dev|build)[-.]?[0-9]*)?
          | (?<=\ )v?[0-9]+([._][0-9]+)+(-?(a|b|rc|alpha|beta|pre|dev|build)[-.]?[0-9]*)?
          | latest
        )
        \)?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suffix();

    /// <summary>A dotted version directly after the last letter.</summary>
    [GeneratedRegex(@"(?<=[A-Za-z])\.?[0-9]+(\.[0-9]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex GluedVersion();

    /// <summary>A dotted version between two words.</summary>
    [GeneratedRegex(@"[-_ ]v?[0-9]+(\.[0-9]+)+(?=[-_ ])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerVersion();
}
