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

    /// <summary>Tags of one XML document.</summary>
    public const int XmlTags = 400_000;

    /// <summary>
    /// Attributes of one XML document. The reader compares those of one element with each other.
    /// </summary>
    public const int XmlAttributes = 50_000;

    /// <summary>Elements in elements; the folders of an archive are some.</summary>
    public const int XmlDepth = 100;
}
