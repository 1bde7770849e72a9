namespace Kappa.Installers.Images;

/// <summary>What opens disk images on this platform.</summary>
internal interface IDiskImageTool
{
    /// <exception cref="KappaException">
    /// The image cannot be opened, or there is nothing to open it with.
    /// </exception>
    Task<IDiskImage> OpenAsync(string path, CancellationToken cancel);
}
