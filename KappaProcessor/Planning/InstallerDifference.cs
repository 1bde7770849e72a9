using Kappa.Installers;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>What sizes alone tell about two installers.</summary>
internal static class InstallerDifference
{
    /// <summary>Only hashes can tell: the tenant's file is as large as ours, or of unknown size.</summary>
    public static bool MayBeSame(CustomApp app, InstallerFile installer) =>
        app.FileSize is null || app.FileSize == installer.Size;
}
