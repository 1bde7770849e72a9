using Kappa.Formats.Compression;

namespace Kappa.Formats.Xar;

/// <summary>Where an entry's bytes are in the heap and how they are stored there.</summary>
/// <param name="Offset">From the start of the heap.</param>
/// <param name="Length">Bytes in the heap.</param>
/// <param name="Size">Bytes when expanded.</param>
/// <param name="Encoding">As stated, <c>application/x-gzip</c>.</param>
internal sealed record XarExtent(long Offset, long Length, long Size, string Encoding)
{
    public XarChecksum? Archived { get; init; }

    public XarChecksum? Extracted { get; init; }

    /// <summary>Null for an encoding that is not known.</summary>
    public Codec? Codec => Encoding switch
    {
        "application/octet-stream" => Compression.Codec.Plain,

        // The name says gzip, the bytes are a zlib stream (libarchive's xar reader inflates them as such).
        "application/x-gzip" => Compression.Codec.Zlib,
        "application/x-bzip2" => Compression.Codec.Bzip2,
        "application/x-xz" => Compression.Codec.Xz,
        _ => null,
    };
}
