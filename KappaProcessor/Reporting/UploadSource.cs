namespace Kappa.Reporting;

/// <summary>What <c>kappa upload</c> was to upload: a file, or the installer of a cask.</summary>
/// <param name="File">As it was given; null for a cask.</param>
/// <param name="Cask">Homebrew's name for it; null for a file.</param>
internal sealed record UploadSource(string? File, string? Cask)
{
    /// <summary>What messages call it.</summary>
    public override string ToString() => Cask ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(File!));
}
