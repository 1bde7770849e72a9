using Kappa.Installers.Casks;

namespace Kappa.Commands;

/// <summary>Where there is nothing that fetches casks.</summary>
internal sealed class NoCasks : ICaskSource
{
    public Task<FetchedCask> FetchAsync(
        string token, IProgress<TransferProgress> progress, CancellationToken cancel) =>
        throw new KappaException(
            $"The cask {token} cannot be fetched: casks are not available in this build.",
            "Download its installer yourself, and give its path instead of --brew.");
}
