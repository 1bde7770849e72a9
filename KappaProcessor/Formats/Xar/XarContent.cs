using System.Security.Cryptography;
using Kappa.Formats.Compression;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Xar;

/// <summary>
/// An entry's content, expanded while it is read. At its end its size and checksums are compared with those
/// in the table of contents, so whoever reads to the end has read the right thing.
/// </summary>
internal sealed class XarContent : ReadOnlyStream
{
    private readonly XarEntry entry;
    private readonly XarExtent data;
    private readonly long offset;
    private readonly IncrementalHash? archivedHash;
    private readonly IncrementalHash? extractedHash;
    private readonly HashingStream archived;
    private readonly Stream decoder;
    private readonly HashingStream extracted;

    /// <param name="entry">What is read.</param>
    /// <param name="window">Its bytes in the heap; stays the caller's to close.</param>
    /// <param name="offset">Where those are in the file.</param>
    public XarContent(XarEntry entry, StreamWindow window, long offset)
    {
        this.entry = entry;
        this.offset = offset;
        data = entry.Data!;
        archivedHash = data.Archived?.Start();
        extractedHash = IsHashedAsStored ? null : data.Extracted?.Start();
        var codec = data.Codec
            ?? throw Fault($"its encoding is '{data.Encoding}'", "plain, x-gzip, x-bzip2 and x-xz are known");
        codec = codec == Codec.Zlib && IsGzip(window) ? Codec.Gzip : codec;
        archived = new HashingStream(window, archivedHash);
        decoder = Codecs.Expand(codec, archived);
        extracted = new HashingStream(decoder, extractedHash);
    }

    /// <summary>What is stored as it is has one checksum, told twice.</summary>
    private bool IsHashedAsStored => data.Codec == Codec.Plain && data.Extracted == data.Archived;

    public override int Read(Span<byte> buffer)
    {
        var got = extracted.Read(buffer);
        if (extracted.Position > data.Size)
        {
            throw Fault($"it expands to more than {data.Size:N0} bytes", "that is its size as stated");
        }

        if (got == 0 && !buffer.IsEmpty)
        {
            CheckEnd();
        }

        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            extracted.Dispose();
            decoder.Dispose();
            archived.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsGzip(StreamWindow window)
    {
        Span<byte> start = stackalloc byte[2];
        var got = window.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        window.Position = 0;
        return got == start.Length && start is [0x1F, 0x8B];
    }

    private void CheckEnd()
    {
        if (extracted.Position != data.Size)
        {
            throw Fault($"it ends after {extracted.Position:N0} bytes", $"it has {data.Size:N0}");
        }

        // A decoder stops at the end of what it decodes; the checksum goes on to the end of what is stored.
        archived.CopyTo(Null);
        Check(data.Archived, archivedHash, "stored");
        Check(data.Extracted, extractedHash, "expanded");
    }

    private void Check(XarChecksum? stated, IncrementalHash? actual, string form)
    {
        if (stated is not null && actual is not null && stated.Difference(actual) is { } other)
        {
            throw Fault($"the {stated.Algorithm} of its {form} bytes is {other}", $"stated is {stated.Hex}");
        }
    }

    private MediaFormatException Fault(string found, string wanted) =>
        new($"{XarHeader.Format}, {entry.Path}", offset, found, wanted);
}
