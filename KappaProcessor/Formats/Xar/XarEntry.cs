namespace Kappa.Formats.Xar;

/// <summary>
/// A file or folder of an archive; <paramref name="Data"/> is null for a folder and for an empty file.
/// </summary>
/// <param name="Path">From the archive's root, <c>Firefox.pkg/PackageInfo</c>.</param>
/// <param name="Data">Its content.</param>
internal sealed record XarEntry(string Path, XarExtent? Data)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder's path, empty for what lies at the root.</summary>
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];
}
