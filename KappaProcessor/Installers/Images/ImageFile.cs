namespace Kappa.Installers.Images;

/// <summary>A file in a disk image; folders and symbolic links are none.</summary>
/// <param name="Path">From the root of its volume, <c>Firefox.app/Contents/Info.plist</c>.</param>
/// <param name="Place">What the tool that opened the image calls it.</param>
/// <param name="Size">Bytes.</param>
internal sealed record ImageFile(string Path, string Place, long Size);
