namespace Kappa;

/// <summary>
/// Where locks are: a private folder below the user's cache, which is the same for a run by hand and one by
/// launchd or cron (XDG_RUNTIME_DIR is not there for the latter).
/// </summary>
internal static class LockFolder
{
    private const UnixFileMode Private =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // EWOULDBLOCK of flock(2) on Linux and on macOS; .NET passes it on as it is.
    private const int TakenOnLinux = 11;
    private const int TakenOnMac = 35;

    /// <exception cref="IOException">It cannot be made, or there is no home to make it in.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made, or is another user's.</exception>
    public static string Open(ProcessHost host)
    {
        var path = Find(host) ?? throw new IOException("there is no HOME to keep it in");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        var folder = Directory.CreateDirectory(path, Private);
        if (folder.UnixFileMode != Private)
        {
            File.SetUnixFileMode(path, Private);
        }

        return folder.FullName;
    }

    /// <summary>The lock, as long as it is not disposed of; null while another process has it.</summary>
    /// <param name="path">A file that is made if need be.</param>
    /// <param name="shared">Whether others may have it too, if they ask for no more than that.</param>
    public static FileStream? TryLock(string path, bool shared)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                shared ? FileShare.ReadWrite : FileShare.None,
                bufferSize: 0);
        }
        catch (IOException fault) when (fault.HResult is TakenOnLinux or TakenOnMac)
        {
            return null;
        }
    }

    /// <summary>
    /// Apple's folder for it, elsewhere the XDG Base Directory Specification's, which takes absolute paths
    /// only.
    /// </summary>
    public static string? Find(ProcessHost host)
    {
        var home = Absolute(host.Variable("HOME"));
        if (host.IsMac)
        {
            return home is null ? null : Path.Combine(home, "Library", "Caches", "Kappa", "locks");
        }

        var cache = Absolute(host.Variable("XDG_CACHE_HOME")) ?? (home is null ? null : Path.Combine(home, ".cache"));
        return cache is null ? null : Path.Combine(cache, "kappa", "locks");
    }

    private static string? Absolute(string? path) => Path.IsPathFullyQualified(path ?? "") ? path : null;
}
