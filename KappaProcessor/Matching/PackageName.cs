using System.Text.RegularExpressions;

namespace Kappa.Matching;

/// <summary>What an installer's file was called before Kandji stored it.</summary>
internal static partial class PackageName
{
    /// <summary>
    /// Kandji puts <c>_</c> and eight random characters before the extension:
    /// <c>CompanyPortal_5.2-Installer_0f04055b.pkg</c> → <c>CompanyPortal_5.2-Installer.pkg</c>.
    /// </summary>
    public static string WithoutStoreSuffix(string fileName) => StoreSuffix().Replace(fileName, "");

    [GeneratedRegex(@"_[0-9A-Za-z]{8}(?=(\.[^.]*)?\z)", RegexOptions.CultureInvariant)]
    private static partial Regex StoreSuffix();
}
