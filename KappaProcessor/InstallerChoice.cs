using Kappa.Configuration;
using Kappa.Installers;

namespace Kappa;

/// <summary>Which file a run is about.</summary>
internal static class InstallerChoice
{
    /// <summary>
    /// The package that the recipe built, else the file that it downloaded; null when nothing new came.
    /// </summary>
    /// <exception cref="KappaException">There should be an installer, and there is none.</exception>
    public static string? Find(RunRequest request)
    {
        if (request.PackagePath is { } built)
        {
            return built;
        }

        if (request.DownloadPath is { } downloaded && InstallerInspector.LooksLikeInstaller(downloaded))
        {
            return downloaded;
        }

        if (request.DownloadChanged is false)
        {
            return null;
        }

        var found = request.DownloadPath is { } other ? $", and pathname ({other}) is no installer" : "";
        throw new KappaException(
            $"{request.Place} has no pkg_path{found}.",
            "Put the KAPPA step after a processor that sets pkg_path (PkgCreator, AppPkgCreator, FlatPkgPacker, PkgCopier), "
                + "or after URLDownloader when the download is itself a .pkg, .dmg or .zip.");
    }
}
