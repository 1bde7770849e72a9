namespace Kappa.Installers.Images;

/// <summary>Finds what opens disk images on this machine.</summary>
internal static class DiskImageTools
{
    /// <summary>7zz is what 7-Zip is called today, 7z what p7zip and Debian's 7zip install.</summary>
    private static readonly string[] SevenZipNames = ["7zz", "7z"];

    /// <param name="isMac">Whether this is a Mac.</param>
    /// <param name="variable">An environment variable's value, or null.</param>
    public static IDiskImageTool ForThisMachine(bool isMac, Func<string, string?> variable) => isMac
        ? new Hdiutil(new ExternalTool(Hdiutil.ToolPath))
        : new SevenZip(FindPath(isMac, variable) is { } path ? new ExternalTool(path) : null);

    /// <summary>Where that program is; null when it is not installed.</summary>
    /// <param name="isMac">Whether this is a Mac.</param>
    /// <param name="variable">An environment variable's value, or null.</param>
    public static string? FindPath(bool isMac, Func<string, string?> variable) => isMac
        ? Hdiutil.ToolPath
        : ProgramSearch.Find(variable("PATH"), SevenZipNames);
}
