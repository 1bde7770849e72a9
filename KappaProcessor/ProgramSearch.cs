namespace Kappa;

/// <summary>Finds programs as a shell would, but only in folders named from the root.</summary>
internal static class ProgramSearch
{
    private const UnixFileMode Executable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The first of the names that is in one of the folders; null when none is.</summary>
    /// <param name="path">Folders with colons between; a relative one would depend on where Kappa is
    /// started.</param>
    /// <param name="names">The best first.</param>
    public static string? Find(string? path, params IEnumerable<string> names)
    {
        var folders = (path ?? "").Split(':').Where(Path.IsPathRooted).ToList();
        return names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Executable) != 0;
}
