using System.Security.Cryptography;
using System.Text;
using Kappa.Configuration;
using NLog;

namespace Kappa;

/// <summary>
/// One run at a time for an app, among those of one user on one machine: the second waits, and then finds
/// what the first has created. A lock is the system's, of an empty file, so it ends with its process however
/// that ends. The file stays: to delete it could take it from under a run that has just opened it.
/// </summary>
internal sealed class AppLocks(ProcessHost host, ILogger log) : IDisposable
{
    /// <summary>Longer than any run but the upload of a large installer over a slow line.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly List<FileStream> held = [];

    /// <summary>
    /// Waits until no other run works on an app that this one may create or change. A dry run works on none.
    /// </summary>
    /// <exception cref="KappaException">Another run had its lock for too long.</exception>
    public async Task TakeAsync(Settings settings, CancellationToken cancel)
    {
        if (settings.DryRun)
        {
            return;
        }

        try
        {
            var folder = LockFolder.Open(host);
            var started = host.Clock.GetTimestamp();
            foreach (var wanted in Wanted(settings))
            {
                held.Add(await TakeAsync(Path.Combine(folder, wanted.FileName), wanted, started, cancel));
            }
        }
        catch (IOException fault)
        {
            Warn(fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            Warn(fault);
        }
    }

    /// <summary>Lets the next run go on.</summary>
    public void Dispose() => held.ForEach(one => one.Dispose());

    /// <summary>
    /// Dynamic lookup may choose any app, so such a run has the tenant for itself; the others share the
    /// tenant, and have their apps' names for themselves. All ask in the same order, so nobody waits in a
    /// circle.
    /// </summary>
    private static IEnumerable<AppLock> Wanted(Settings settings)
    {
        var tenant = new AppLock(FileName(settings, ""), $"the apps of {settings.Address}")
        {
            IsShared = !settings.DynamicLookup,
        };
        var apps = settings.Targets
            .Select(target => new AppLock(FileName(settings, target.Name), $"'{target.Name}'"))
            .DistinctBy(one => one.FileName)
            .OrderBy(one => one.FileName, StringComparer.Ordinal);
        return settings.DynamicLookup ? [tenant] : [tenant, .. apps];
    }

    /// <summary>A hash, since a name may hold what no file's name can.</summary>
    private static string FileName(Settings settings, string app)
    {
        var text = $"{settings.Address.Origin.AbsoluteUri}\n{app.Trim().ToUpperInvariant()}";
        return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}.lock";
    }

    private async Task<FileStream> TakeAsync(
        string path, AppLock wanted, long started, CancellationToken cancel)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            if (LockFolder.TryLock(path, wanted.IsShared) is { } taken)
            {
                return taken;
            }

            if (isFirst)
            {
                log.Info("Another run of Kappa is at work on {0}; waiting for its end.", wanted.Subject);
            }

            var waited = host.Clock.GetElapsedTime(started);
            if (waited > Patience)
            {
                throw new KappaException(
                    $"Another run of Kappa has been at work on {wanted.Subject} for "
                        + $"{Patience.TotalMinutes:N0} minutes.",
                    $"Run again once it has ended; if it hangs, end it ('lsof {path}' tells which process it "
                        + "is).");
            }

            // Of what was waited, no more than a tenth is lost once the other run has ended.
            var pause = Math.Clamp(waited.Ticks / 10, ShortestPause.Ticks, LongestPause.Ticks);
            await Task.Delay(TimeSpan.FromTicks(pause), host.Clock, cancel);
        }
    }

    private void Warn(Exception fault) => log.Warn(
        "No lock could be taken ({0}), so two runs at the same moment could create an app twice. "
            + "Let this user write to the folder, or run one recipe at a time.",
        fault.Message.TrimEnd('.'));

    /// <param name="FileName">Of the file that is locked.</param>
    /// <param name="Subject">What it stands for, to a person.</param>
    private sealed record AppLock(string FileName, string Subject)
    {
        /// <summary>Others may have it as well, unless they want it for themselves.</summary>
        public bool IsShared { get; init; }
    }
}
