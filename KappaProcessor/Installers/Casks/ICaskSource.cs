namespace Kappa.Installers.Casks;

/// <summary>Where the installers of Homebrew casks come from.</summary>
internal interface ICaskSource
{
    /// <exception cref="KappaException">There is no such cask, or its installer cannot be had or used.</exception>
    Task<FetchedCask> FetchAsync(string token, IProgress<TransferProgress> progress, CancellationToken cancel);
}
