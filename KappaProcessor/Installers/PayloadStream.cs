using Kappa.Formats.Compression;
using Kappa.Formats.Pbzx;
using Kappa.Formats.Streams;

namespace Kappa.Installers;

/// <summary>
/// The cpio archive in a component's payload, expanded while it is read: gzip, bzip2, xz, pbzx or plain, as
/// its first bytes say.
/// </summary>
internal sealed class PayloadStream : ReadOnlyStream
{
    private readonly PrefixedStream stored;
    private readonly Stream expanded;

    private PayloadStream(PrefixedStream stored, Stream expanded)
    {
        this.stored = stored;
        this.expanded = expanded;
    }

    /// <param name="content">At its start; stays the caller's to close.</param>
    public static PayloadStream Open(Stream content)
    {
        var start = new byte[6];
        var got = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var stored = new PrefixedStream(start[..got], content);
        return new PayloadStream(stored, Expand(start, stored));
    }

    public override int Read(Span<byte> buffer) => expanded.Read(buffer);

    /// <summary>
    /// Reads what is left of the stored bytes, so that their checksum is looked at: a decoder may stop
    /// before.
    /// </summary>
    public void ReadToEnd()
    {
        expanded.CopyTo(Null);
        stored.CopyTo(Null);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            expanded.Dispose();
            stored.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Stream Expand(ReadOnlySpan<byte> start, Stream stored) => start switch
    {
        [0x1F, 0x8B, ..] => Codecs.Expand(Codec.Gzip, stored),
        [(byte)'B', (byte)'Z', (byte)'h', ..] => Codecs.Expand(Codec.Bzip2, stored),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0] => Codecs.Expand(Codec.Xz, stored),
        _ when start.StartsWith(PbzxStream.Magic) => new PbzxStream(stored),
        _ => stored,
    };
}
