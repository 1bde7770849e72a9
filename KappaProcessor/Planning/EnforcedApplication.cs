using System.Globalization;

namespace Kappa.Planning;

/// <summary>An <see cref="ApplicationIdentity"/> that an audit script can carry and look for.</summary>
internal sealed record EnforcedApplication(string AppName, string BundleId, string PackageId, string Version)
{
    /// <summary>UTF-16 units: what HFS+ and APFS let a folder's name have.</summary>
    private const int LongestName = 255;

    /// <summary>Nothing sets a limit for these; real ones have at most some dozens.</summary>
    private const int LongestValue = 1024;

    /// <summary>Of a name in a message.</summary>
    private const int LongestShown = 80;

    private const string OtherEnforcement =
        "or set enforcement_type to install_once or self_service, which need no audit script.";

    /// <summary>What people call it.</summary>
    public string Name => AppName.Length > 0 ? AppName : BundleId.Length > 0 ? BundleId : PackageId;

    public static EnforcedApplication Check(ApplicationIdentity application)
    {
        var appName = WithSuffix(OrEmpty(application.AppName));
        var bundleId = OrEmpty(application.BundleId);
        var isApplication = appName.Length + bundleId.Length > 0;
        var enforced = new EnforcedApplication(
            appName, bundleId, isApplication ? "" : OrEmpty(application.PackageId), OrEmpty(application.Version));
        enforced.CheckPresence();
        enforced.CheckNames();
        return enforced;
    }

    private static string OrEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? "" : value;

    private static string WithSuffix(string appName)
    {
        var isComplete = appName.Length == 0 || appName.EndsWith(".app", StringComparison.OrdinalIgnoreCase);
        return isComplete ? appName : $"{appName}.app";
    }

    /// <summary>
    /// A script that finds or compares nothing would make every Mac install at every check-in.
    /// </summary>
    private void CheckPresence()
    {
        if (Name.Length == 0)
        {
            throw new KappaException(
                "The audit script has nothing to look for: the installer names neither an application nor a "
                    + "package.",
                $"Give app_name or bundleid in the recipe, {OtherEnforcement}");
        }

        if (Version.Length == 0)
        {
            throw new KappaException(
                $"The audit script for {Printable(Name)} has no version to enforce: the installer says none.",
                $"Give version in the recipe, {OtherEnforcement}");
        }
    }

    private void CheckNames()
    {
        Check(AppName, LongestName, "name", "app_name");
        Check(BundleId, LongestValue, "bundle identifier", "bundleid");
        Check(PackageId, LongestValue, "package identifier", "app_name or bundleid");
        Check(Version, LongestValue, "version", "version");
        if (AppName.Contains('/', StringComparison.Ordinal))
        {
            throw new KappaException(
                $"The name of {AppName} has a \"/\", as no application's name can, so no Mac would ever pass.",
                "Give app_name in the recipe as it is in Finder, without a folder.");
        }

        if (!Version.Any(char.IsAsciiDigit))
        {
            throw new KappaException(
                $"The version of {Name}, \"{Version}\", has no number in it, so no Mac would ever pass.",
                $"Give version in the recipe, {OtherEnforcement}");
        }
    }

    private void Check(string value, int longest, string field, string variable)
    {
        if (value.Length > longest)
        {
            throw new KappaException(
                $"The {field} of {Printable(Name)} has {value.Length:N0} characters; "
                    + $"at most {longest:N0} are allowed.",
                $"Give {variable} in the recipe, {OtherEnforcement}");
        }

        var at = Enumerable.Range(0, value.Length).FirstOrDefault(at => !CanBeCarried(value, at), -1);
        if (at >= 0)
        {
            throw new KappaException(
                $"The {field} of {Printable(Name)} has the control character U+{(int)value[at]:X4} at position "
                    + $"{at + 1}; an audit script cannot carry it.",
                $"Give {variable} in the recipe, {OtherEnforcement}");
        }
    }

    /// <summary>
    /// No control characters, ends of lines, halves of a pair, which UTF-8 cannot hold, or what XML cannot.
    /// </summary>
    private static bool CanBeCarried(string value, int at) => char.GetUnicodeCategory(value, at) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.OtherNotAssigned => value[at] is not ('\uFFFE' or '\uFFFF'),
        UnicodeCategory.Surrogate => at > 0 && char.IsSurrogatePair(value[at - 1], value[at]),
        _ => true,
    };

    private static string Printable(string value)
    {
        var shown = new string([.. value.Select((character, at) => CanBeCarried(value, at) ? character : '?')]);
        return shown.Length > LongestShown ? $"{shown[..LongestShown]}…" : shown;
    }
}
