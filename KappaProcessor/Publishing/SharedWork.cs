using Kappa.Planning;

namespace Kappa.Publishing;

/// <summary>
/// What all variants of a run share: one upload and one look into the installer, each started when first
/// needed. A failure of either is the failure of every variant that needs it.
/// </summary>
internal sealed class SharedWork : IAsyncDisposable
{
    /// <summary>Bytes: expanded in less than the time that an upload takes to begin.</summary>
    private const long LargestReadFirst = 64 << 20;

    private readonly CancellationTokenSource stop;
    private readonly Func<Task<UploadedInstaller>> send;
    private readonly Lazy<Task<UploadedInstaller>> first;
    private readonly Lazy<Task<ApplicationIdentity>> application;
    private Lazy<Task<UploadedInstaller>>? second;

    public SharedWork(PublishingJob job, InstallerPublisher publisher, CancellationToken cancel)
    {
        TakesLongToRead = job.Installer.Size > LargestReadFirst;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        send = () => publisher.UploadAsync(job.Installer, stop.Token);
        first = new(send);
        application = new(() => job.ReadApplication(stop.Token));
    }

    /// <summary>Reading the application takes so long that the upload must not wait for it.</summary>
    public bool TakesLongToRead { get; }

    public Task<UploadedInstaller> Upload => (second ?? first).Value;

    public Task<ApplicationIdentity> Application => application.Value;

    /// <summary>For a file that arrived damaged; null when this was tried before.</summary>
    public Task<UploadedInstaller>? UploadAgain()
    {
        if (second is not null)
        {
            return null;
        }

        second = new(send);
        return second.Value;
    }

    /// <summary>Stops what nobody waits for any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await EndedAsync(first);
        await EndedAsync(second);
        await EndedAsync(application);
        stop.Dispose();
    }

    // Whoever needed the result has had its exception; here only the end matters.
    private static async Task EndedAsync<T>(Lazy<Task<T>>? work)
    {
        if (work is { IsValueCreated: true })
        {
            await ((Task)work.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
