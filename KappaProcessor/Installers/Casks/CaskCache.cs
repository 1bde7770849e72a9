namespace Kappa.Installers.Casks;

/// <summary>
/// Where downloads of casks are kept: <c>~/Library/Caches/Kappa/casks</c>, elsewhere the XDG Base Directory
/// Specification's folder, for this user alone.
/// </summary>
internal static class CaskCache
{
    private const UnixFileMode Private =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="KappaException">There is no home to keep it in.</exception>
    public static string Folder(ProcessHost host) => Find(host) ?? throw new KappaException(
        "There is no folder to download casks into: HOME is not set.",
        host.IsMac ? "Set HOME." : "Set HOME, or XDG_CACHE_HOME.");

    public static string Make(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path, Private);
        }

        return path;
    }

    private static string? Find(ProcessHost host)
    {
        var home = Absolute(host.Variable("HOME"));
        if (host.IsMac)
        {
            return home is null ? null : Path.Combine(home, "Library", "Caches", "Kappa", "casks");
        }

        var cache = Absolute(host.Variable("XDG_CACHE_HOME")) ?? (home is null ? null : Path.Combine(home, ".cache"));
        return cache is null ? null : Path.Combine(cache, "kappa", "casks");
    }

    private static string? Absolute(string? path) => Path.IsPathFullyQualified(path ?? "") ? path : null;
}
