using System.Security.Cryptography;
using System.Text;

namespace Kappa.Installers.Casks;

/// <summary>
/// The place in the cache of one cask's one version: the file, or as much of it as has come, and the server's
/// validator of that (an ETag, or a date). As long as it is open, no other process touches it.
/// </summary>
internal sealed class CaskShelf : IDisposable
{
    /// <summary>Other versions of a cask may still be uploaded by another process until then.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly string folder;
    private readonly FileStream hold;
    private readonly TimeProvider clock;

    private CaskShelf(string folder, FileStream hold, TimeProvider clock) =>
        (this.folder, this.hold, this.clock) = (folder, hold, clock);

    public string Part => Path.Combine(folder, "part");

    public long PartLength => File.Exists(Part) ? new FileInfo(Part).Length : 0;

    /// <summary>Null when the server gave none.</summary>
    public string? Validator => File.Exists(ValidatorPath) ? File.ReadAllText(ValidatorPath) : null;

    /// <summary>The whole file; null before it has come.</summary>
    public string? FindFile() =>
        Directory.Exists(Files) ? Directory.EnumerateFiles(Files).FirstOrDefault() : null;

    private string Files => Path.Combine(folder, "file");

    private string ValidatorPath => Path.Combine(folder, "validator");

    /// <summary>Waits while another process has it, and clears away old versions.</summary>
    /// <param name="cache">The folder of all casks.</param>
    /// <param name="cask">Whose download it is.</param>
    /// <param name="clock">Tells what is old.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public static async Task<CaskShelf> OpenAsync(
        string cache, CaskDocument cask, TimeProvider clock, CancellationToken cancel)
    {
        var versions = CaskCache.Make(Path.Combine(CaskCache.Make(cache), DownloadName.Clean(cask.Token)));
        var folder = CaskCache.Make(Path.Combine(versions, Key(cask)));
        RemoveOld(versions, folder, clock.GetUtcNow() - Kept);
        while (true)
        {
            if (LockFolder.TryLock(Path.Combine(folder, "lock"), shared: false) is { } hold)
            {
                return new CaskShelf(folder, hold, clock);
            }

            await Task.Delay(LookAgain, clock, cancel);
        }
    }

    /// <summary>The part is the whole, and takes the place of what was there.</summary>
    public string Accept(string name)
    {
        RemoveFile();
        CaskCache.Make(Files);
        return Rename(Part, name);
    }

    /// <summary>The file's new path.</summary>
    public string Rename(string path, string name)
    {
        var target = Path.Combine(Files, name);
        if (path != target)
        {
            File.Move(path, target);
        }

        return target;
    }

    public void Remember(string? validator)
    {
        File.Delete(ValidatorPath);
        if (validator is not null)
        {
            File.WriteAllText(ValidatorPath, validator);
        }
    }

    public void RemovePart() => File.Delete(Part);

    public void RemoveFile()
    {
        if (Directory.Exists(Files))
        {
            Directory.Delete(Files, recursive: true);
        }
    }

    public void Dispose()
    {
        Directory.SetLastWriteTimeUtc(folder, clock.GetUtcNow().UtcDateTime);
        hold.Dispose();
    }

    private static string Key(CaskDocument cask)
    {
        var what = Encoding.UTF8.GetBytes($"{cask.Request.Url.AbsoluteUri}\n{cask.Version}\n{cask.Sha256}");
        return Convert.ToHexStringLower(SHA256.HashData(what))[..16];
    }

    private static void RemoveOld(string versions, string own, DateTimeOffset limit)
    {
        var old = Directory.EnumerateDirectories(versions)
            .Where(folder => folder != own && Directory.GetLastWriteTimeUtc(folder) < limit.UtcDateTime);
        foreach (var folder in old.ToList())
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
