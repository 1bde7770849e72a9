namespace Kappa.Formats.Bom;

/// <summary>A file or folder of a bill of materials.</summary>
/// <param name="Path">As in the payload, <c>./Firefox.app/Contents</c>; <c>.</c> is its root.</param>
/// <param name="Mode">Type and rights, as <c>stat</c> has them.</param>
/// <param name="Content">Null for a folder.</param>
internal sealed record BomPath(string Path, int Mode, byte[]? Content)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder's path; null for the root.</summary>
    public string? Parent => Path.LastIndexOf('/') is var slash and > 0 ? Path[..slash] : null;
}
