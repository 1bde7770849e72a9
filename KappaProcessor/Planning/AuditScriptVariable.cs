using System.Text.RegularExpressions;

namespace Kappa.Planning;

/// <summary>
/// The variables of an audit script, one <c>NAME=value</c> line each. KAPPA, kpkg and irupkg use the same
/// names, so each of the family can read what another wrote.
/// </summary>
internal static partial class AuditScriptVariable
{
    public const string AppName = "APP_NAME";

    public const string BundleId = "BUNDLE_ID";

    public const string PackageId = "PKG_ID";

    public const string Version = "MINIMUM_ENFORCED_VERSION";

    /// <summary>Epoch seconds.</summary>
    public const string StartedAt = "CREATION_TIMESTAMP";

    public const string DelayDays = "DAYS_UNTIL_ENFORCEMENT";

    public static IReadOnlyList<string> Identifiers { get; } = [AppName, BundleId, PackageId];

    public static IReadOnlyList<string> Times { get; } = [StartedAt, DelayDays];

    /// <summary>
    /// A line that sets one: <c>start</c> up to the equals sign, <c>name</c>, and <c>value</c> as it is
    /// written.
    /// </summary>
    [GeneratedRegex(
        @"^(?<start>[ \t]*((export|typeset|declare|readonly)[ \t]+)?"
            + $"(?<name>{AppName}|{BundleId}|{PackageId}|{Version}|{StartedAt}|{DelayDays})=)(?<value>.*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    public static partial Regex Lines();
}
