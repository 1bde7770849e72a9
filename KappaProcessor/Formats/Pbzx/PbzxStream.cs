using Kappa.Formats.Compression;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Pbzx;

/// <summary>
/// The content of a pbzx stream, which is how Apple's tools store payloads: many small xz files, independent
/// of each other (https://newosxbook.com/articles/OTA3.html). The source stays the caller's to close.
/// <code>
/// offset size
///      0    4  "pbzx"
///      4    8  length of every chunk but the last, expanded
///     12       chunks
/// </code>
/// </summary>
internal sealed class PbzxStream(Stream source) : ReadOnlyStream
{
    public const string Format = "pbzx stream";

    private readonly BigEndianReader reader = new(source, Format);
    private long chunkSize;
    private Task<byte[]>? next;
    private ArraySegment<byte> unread = ArraySegment<byte>.Empty;

    /// <summary>The first four bytes, which tell it from other forms of compression.</summary>
    public static ReadOnlySpan<byte> Magic => "pbzx"u8;

    public override int Read(Span<byte> buffer)
    {
        if (reader.Position == 0)
        {
            ReadHeader();
            next = Expand();
        }

        if (unread.Count == 0 && next is not null)
        {
            // One is expanded while the one before it is read, which halves the time and doubles the memory.
            var chunk = next;
            unread = chunk.GetAwaiter().GetResult();
            next = Expand();
        }

        var count = Math.Min(buffer.Length, unread.Count);
        unread[..count].AsSpan().CopyTo(buffer);
        unread = unread[count..];
        return count;
    }

    private void ReadHeader()
    {
        reader.Expect(Magic, "the magic");
        var claimed = reader.UInt64("the header");
        chunkSize = claimed is > 0 and <= SizeLimits.PbzxChunk
            ? (long)claimed
            : throw new MediaFormatException(
                Format,
                Magic.Length,
                $"chunks claim {claimed:N0} bytes",
                $"1 to {SizeLimits.PbzxChunk:N0} are believed");
    }

    private Task<byte[]>? Expand() =>
        PbzxChunk.ReadNext(reader, chunkSize) is { } chunk ? Task.Run(() => Expand(chunk)) : null;

    private static byte[] Expand(PbzxChunk chunk)
    {
        if (chunk.Stored.Length == chunk.Size)
        {
            return chunk.Stored;
        }

        using var expanded = Codecs.Expand(Codec.Xz, new MemoryStream(chunk.Stored));
        var content = new BigEndianReader(expanded, $"{Format}, the chunk at byte {chunk.Offset:N0}");
        var bytes = content.ReadBytes((ulong)chunk.Size, chunk.Size, "a chunk");
        return content.FindBytes(1, "a chunk") is null ? bytes : throw new MediaFormatException(
            Format, chunk.Offset, "a chunk expands further", $"it claims {chunk.Size:N0} bytes");
    }
}
