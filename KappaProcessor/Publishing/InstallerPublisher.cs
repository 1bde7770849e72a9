using Kappa.Installers;
using Kappa.Tenant;
using NLog;

namespace Kappa.Publishing;

/// <summary>Brings the installer into Kandji's store, once for all variants of a run.</summary>
internal sealed class InstallerPublisher(ITenant tenant, IInstallerUpload storage, TimeProvider clock, ILogger log)
{
    private const int Attempts = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>Hears how far an upload has come; null when nobody wants to know.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <exception cref="KappaException">
    /// The tenant or the storage host refused it, again and again where another try was worth it; or the file
    /// changed while it was read.
    /// </exception>
    public async Task<UploadedInstaller> UploadAsync(InstallerFile installer, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryOnceAsync(installer, cancel);
            }
            catch (TenantException broken) when (broken.IsTransient && attempt < Attempts)
            {
                // A vanished or growing file breaks the transfer as well; another try would only hide why.
                InstallerBytes.RequireUnchanged(installer);
                log.Warn("{0} Trying again with a new upload ticket ({1} of {2}).", broken.What, attempt + 1, Attempts);
                await Task.Delay(FirstPause * attempt, clock, cancel);
            }
        }
    }

    private async Task<UploadedInstaller> TryOnceAsync(InstallerFile installer, CancellationToken cancel)
    {
        // A signed ticket expires and serves once, so every try asks for its own.
        var ticket = await tenant.RequestUploadAsync(installer.Name, cancel);
        await using var content = InstallerBytes.Open(installer);
        var deed = $"Uploading {installer.Name}";
        await using var hashing = new HashedContent(content)
        {
            WasRead = done => Progress?.Report(new TransferProgress(deed, done, installer.Size)),
        };
        log.Info("Uploading {0} ({1:N0} bytes).", installer.Name, installer.Size);
        await storage.UploadAsync(ticket, installer.Name, hashing, installer.Size, cancel);
        InstallerBytes.RequireUnchanged(installer);
        log.Debug("Uploaded as {0}.", ticket.FileKey);
        return new UploadedInstaller(ticket.FileKey, hashing.Sha256());
    }
}
