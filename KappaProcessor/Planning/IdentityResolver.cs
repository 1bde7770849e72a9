using Kappa.Configuration;
using Kappa.Installers;

namespace Kappa.Planning;

/// <summary>
/// What an audit script looks for: what the installer says it puts on the Mac, and what the recipe claims
/// where the installer says nothing.
/// </summary>
internal static class IdentityResolver
{
    public static ApplicationIdentity Resolve(InstallerMetadata installer, InstallerClaims claims)
    {
        if (installer.AppName is not null || installer.BundleId is not null)
        {
            return Application(installer, claims);
        }

        return ClaimsApplication(installer, claims)
            ? ClaimedApplication(installer, claims)
            : Package(installer, claims);
    }

    private static ApplicationIdentity Application(InstallerMetadata installer, InstallerClaims claims)
    {
        var name = new Settled("app_name", AppName(claims.AppName), installer.AppName)
        {
            Source = SourceOf(installer, nameof(installer.AppName)),
        };
        var id = new Settled("bundleid", claims.BundleId, installer.BundleId)
        {
            Source = SourceOf(installer, nameof(installer.BundleId)),
        };
        var version = new Settled("version", claims.Version, installer.AppVersion)
        {
            Source = SourceOf(installer, nameof(installer.AppVersion)),
        };

        return new ApplicationIdentity
        {
            AppName = name.Value,
            BundleId = id.Value,
            Version = version.Value,
            Notes = [.. name.Notes, .. id.Notes, .. version.Notes],
        };
    }

    /// <summary>
    /// Recipes for command line tools give <c>bundleid</c> to the package they build: that claims no
    /// application.
    /// </summary>
    private static bool ClaimsApplication(InstallerMetadata installer, InstallerClaims claims) =>
        claims.AppName is not null
        || (claims.BundleId is not null
            && !string.Equals(claims.BundleId, installer.PackageId, StringComparison.OrdinalIgnoreCase));

    private static ApplicationIdentity ClaimedApplication(InstallerMetadata installer, InstallerClaims claims)
    {
        var known = claims.Version ?? installer.AppVersion;
        return new ApplicationIdentity
        {
            AppName = AppName(claims.AppName),
            BundleId = claims.BundleId,
            Version = known ?? installer.PackageVersion,
            Notes = known is null && installer.PackageVersion is { } version
                ? [VersionOfPackage(claims, version)]
                : [],
        };
    }

    private static Note VersionOfPackage(InstallerClaims claims, string version) => Note.Warning(
        $"The recipe names {AppName(claims.AppName) ?? claims.BundleId}, which the installer does not hold, "
        + $"without its version, so the package's version {version} is enforced; set version in the recipe "
        + "if it is another.");

    private static ApplicationIdentity Package(InstallerMetadata installer, InstallerClaims claims)
    {
        var version = new Settled("version", claims.Version, installer.PackageVersion)
        {
            Source = SourceOf(installer, nameof(installer.PackageVersion)),
        };

        return new ApplicationIdentity
        {
            PackageId = installer.PackageId,
            Version = version.Value,
            Notes = version.Notes,
        };
    }

    /// <summary>
    /// Recipes say <c>Firefox</c>, <c>Firefox.app</c> or a path; the script looks for the folder.
    /// </summary>
    private static string? AppName(string? claim)
    {
        var name = claim?.TrimEnd('/').Split('/')[^1];
        var isWhole = name is null || name.EndsWith(".app", StringComparison.OrdinalIgnoreCase);
        return isWhole ? name : $"{name}.app";
    }

    private static string? SourceOf(InstallerMetadata installer, string property) =>
        installer.Sources.GetValueOrDefault(property);
}
