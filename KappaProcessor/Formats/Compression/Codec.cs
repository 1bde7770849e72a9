namespace Kappa.Formats.Compression;

/// <summary>How bytes were made smaller.</summary>
internal enum Codec
{
    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>RFC 1950.</summary>
    Zlib,

    /// <summary>RFC 1952.</summary>
    Gzip,

    Bzip2,

    Xz,
}
