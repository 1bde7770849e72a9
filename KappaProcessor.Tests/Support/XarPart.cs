namespace Kappa.Tests.Support;

/// <summary>A file for <see cref="XarBuilder"/>. What is null is told truthfully.</summary>
internal sealed record XarPart(string Path, byte[] Content)
{
    public XarPart(string path, string content)
        : this(path, System.Text.Encoding.UTF8.GetBytes(content))
    {
    }

    public string Encoding { get; init; } = "application/x-gzip";

    /// <summary>The bytes in the heap, for an encoding that the builder does not write.</summary>
    public byte[]? Stored { get; init; }

    public string ChecksumStyle { get; init; } = "sha1";

    public string? ClaimedOffset { get; init; }

    public string? ClaimedLength { get; init; }

    public string? ClaimedSize { get; init; }

    public string? ClaimedArchivedChecksum { get; init; }

    public string? ClaimedExtractedChecksum { get; init; }
}
