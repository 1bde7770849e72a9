namespace Kappa.Installers;

/// <summary>The installer as a file, at the moment it was looked at.</summary>
internal sealed record InstallerFile(string Path, InstallerKind Kind, long Size, DateTimeOffset ModifiedAt)
{
    /// <summary>Kandji stores at most 5 GB a file (S3's limit for one POST).</summary>
    public const long LargestSize = 5L * 1024 * 1024 * 1024;

    /// <summary>What it is called in Kandji: as its file, unless that is called something of ours.</summary>
    public string Name { get; init; } = System.IO.Path.GetFileName(Path);
}
