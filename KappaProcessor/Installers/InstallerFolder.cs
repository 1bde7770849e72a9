namespace Kappa.Installers;

/// <summary>What a folder is that was given in place of an installer.</summary>
internal static class InstallerFolder
{
    public static KappaException Describe(string path)
    {
        var suffix = Path.GetExtension(Path.TrimEndingDirectorySeparator(path)).ToLowerInvariant();
        return suffix switch
        {
            ".pkg" or ".mpkg" => new KappaException(
                $"{path} is a bundle-style package (a folder), which Kandji cannot install.",
                "Make a flat package of it (productbuild --package), or ask its vendor for one."),
            ".app" => new KappaException(
                $"{path} is an application (a folder), not an installer.",
                "Pack it into a package, a disk image or a .zip first (AutoPkg: AppPkgCreator)."),
            _ => new KappaException(
                $"{path} is a folder, not an installer.", "Give the .pkg, .dmg or .zip itself."),
        };
    }
}
