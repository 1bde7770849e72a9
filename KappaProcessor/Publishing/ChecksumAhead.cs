using Kappa.Installers;

namespace Kappa.Publishing;

/// <summary>
/// The installer's SHA-256, begun before anybody knows whether it is needed: the file is read while the tenant is
/// asked. What nobody wanted is stopped at the end, and its failures are nobody's.
/// </summary>
internal sealed class ChecksumAhead : IAsyncDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly Task<string> checksum;
    private volatile bool isWanted;

    /// <param name="installer">As it was looked at first.</param>
    /// <param name="progress">Hears how far it has come, from when it is wanted on.</param>
    /// <param name="cancel">Ends it.</param>
    public ChecksumAhead(InstallerFile installer, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var muted = progress is null ? null : new Muted(this, progress);
        checksum = Task.Run(() => InstallerBytes.Sha256Async(installer, muted, stop.Token), stop.Token);
    }

    /// <summary>Lower-case hex.</summary>
    /// <exception cref="KappaException">The file is not the one that was looked at before.</exception>
    public Task<string> FinishAsync()
    {
        isWanted = true;
        return checksum;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await ((Task)checksum).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private sealed class Muted(ChecksumAhead owner, IProgress<TransferProgress> listener) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (owner.isWanted)
            {
                listener.Report(value);
            }
        }
    }
}
