namespace Kappa.Formats.Xar;

/// <summary>A file for a new archive.</summary>
/// <param name="Name">At the archive's root.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Compress">Store it compressed; what is compressed already is better stored as it is.</param>
internal sealed record XarFile(string Name, byte[] Content, bool Compress);
