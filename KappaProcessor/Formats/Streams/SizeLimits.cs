namespace Kappa.Formats.Streams;

/// <summary>
/// What is believed of a file before it has been read. Far above real installers, far below harm.
/// </summary>
internal static class SizeLimits
{
    /// <summary>One document, expanded: a table of contents, a PackageInfo, a Distribution.</summary>
    public const int Document = 8 * 1024 * 1024;

    /// <summary>All documents of one archive together, expanded.</summary>
    public const int Metadata = 64 * 1024 * 1024;

    /// <summary>
    /// How much larger a payload may be than it is stored. Text shrinks to a twentieth; only deliberate
    /// emptiness (zlib reaches a thousandth, bzip2 less than that) shrinks further.
    /// </summary>
    public const int ExpansionRatio = 100;

    /// <summary>What any payload may expand to, however small it is stored: 128 MiB.</summary>
    public const long ExpandedAlways = 128L << 20;

    /// <summary>
    /// Up to 1 GiB, it is not asked how much was read for it: a large file of zeros may come first.
    /// </summary>
    public const long ExpandedUnasked = 1L << 30;

    /// <summary>What no payload may exceed: 128 GiB. The largest applications install to 50.</summary>
    public const long Expanded = 128L << 30;

    /// <summary>The dictionary of an xz block: 64 MiB, that of the tool's highest setting.</summary>
    public const int XzDictionary = 64 << 20;

    /// <summary>One chunk of a pbzx stream, expanded: four times what Apple's tools write.</summary>
    public const int PbzxChunk = 64 << 20;

    /// <summary>Tags of one XML document.</summary>
    public const int XmlTags = 400_000;

    /// <summary>
    /// Attributes of one XML document. The reader compares those of one element with each other.
    /// </summary>
    public const int XmlAttributes = 50_000;

    /// <summary>Elements in elements; the folders of an archive are some.</summary>
    public const int XmlDepth = 100;
}
