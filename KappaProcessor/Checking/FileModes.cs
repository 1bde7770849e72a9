namespace Kappa.Checking;

/// <summary>Who, besides its owner, may do what with a file.</summary>
internal static class FileModes
{
    private const UnixFileMode Read = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static bool IsReadableByOthers(string path) => Has(path, Read);

    /// <summary>Every user of the machine, not only a group of administrators.</summary>
    public static bool IsWritableByAll(string path) => Has(path, UnixFileMode.OtherWrite);

    private static bool Has(string path, UnixFileMode mode) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & mode) != 0;
}
