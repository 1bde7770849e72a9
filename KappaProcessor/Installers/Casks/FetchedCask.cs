namespace Kappa.Installers.Casks;

/// <summary>The installer of a Homebrew cask, on this machine.</summary>
/// <param name="Token">The cask's name for Homebrew, <c>google-chrome</c>.</param>
/// <param name="Name">Its name for people, <c>Google Chrome</c>.</param>
/// <param name="Version">As Homebrew has it.</param>
/// <param name="Path">Of the file.</param>
internal sealed record FetchedCask(string Token, string Name, string Version, string Path);
