namespace Kappa.Installers.Images;

/// <summary>Finds what opens disk images on this machine.</summary>
internal static class DiskImageTools
{
    private const UnixFileMode Executable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>7zz is what 7-Zip is called today, 7z what p7zip and Debian's 7zip install.</summary>
    private static readonly string[] SevenZipNames = ["7zz", "7z"];

    /// <param name="isMac">Whether this is a Mac.</param>
    /// <param name="variable">An environment variable's value, or null.</param>
    public static IDiskImageTool ForThisMachine(bool isMac, Func<string, string?> variable) => isMac
        ? new Hdiutil(new ExternalTool(Hdiutil.ToolPath))
        : new SevenZip(FindSevenZip(variable("PATH") ?? "") is { } path ? new ExternalTool(path) : null);

    /// <summary>
    /// Null when it is in none of the folders; a relative one would depend on where Kappa is started.
    /// </summary>
    private static string? FindSevenZip(string path)
    {
        var folders = path.Split(':').Where(Path.IsPathRooted).ToList();
        return SevenZipNames
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Executable) != 0;
}
