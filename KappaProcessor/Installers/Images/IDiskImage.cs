namespace Kappa.Installers.Images;

/// <summary>A disk image that is open; nothing of it is left behind once it is disposed.</summary>
internal interface IDiskImage : IAsyncDisposable
{
    /// <summary>Shows every file of its volumes, once and in any order.</summary>
    Task ListAsync(Action<ImageFile> see, CancellationToken cancel);

    /// <summary>
    /// The file's content, and no more than <paramref name="limit"/> bytes and one of it.
    /// </summary>
    Task<byte[]> ReadAsync(ImageFile file, int limit, CancellationToken cancel);

    /// <summary>A path to the file's content on this machine, good until the image is disposed.</summary>
    Task<string> PlaceAsync(ImageFile file, CancellationToken cancel);
}
