namespace Kappa.Installers.Casks;

/// <summary>Where casks are looked up, where they go, and for which Macs they are.</summary>
/// <param name="Api">The API's root, with a slash at its end.</param>
/// <param name="Cache">The folder of all casks.</param>
/// <param name="Processor">Whose variation is taken.</param>
internal sealed record CaskWeb(Uri Api, string Cache, CaskProcessor Processor);
