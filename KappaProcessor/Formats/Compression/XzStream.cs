using Kappa.Formats.Streams;
using SharpCompress.Compressors.Xz;

namespace Kappa.Formats.Compression;

/// <summary>
/// The content of an xz file (https://tukaani.org/xz/xz-file-format.txt), block by block, each with its
/// check. A second file behind the first is not read. The source stays the caller's to close.
/// </summary>
internal sealed class XzStream : Streams.ReadOnlyStream
{
    private const string Format = "xz data";

    private const int BufferSize = 128 * 1024;

    /// <summary>
    /// As much as is asked of a block at a time, because a block ends where it gives less than that.
    /// </summary>
    private readonly byte[] buffer = new byte[BufferSize];
    private readonly Stream source;
    private readonly BigEndianReader reader;
    private XZHeader? header;
    private XZBlock? block;
    private int blocks;
    private ArraySegment<byte> unread = ArraySegment<byte>.Empty;
    private bool ended;

    public XzStream(Stream source)
    {
        // The decoder reads byte by byte.
        this.source = new BufferedStream(source, BufferSize);
        reader = new BigEndianReader(this.source, Format);
    }

    public override int Read(Span<byte> target)
    {
        while (unread.Count == 0 && !ended)
        {
            block ??= NextBlock();
            Fill();
        }

        var count = Math.Min(target.Length, unread.Count);
        unread[..count].AsSpan().CopyTo(target);
        unread = unread[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            block?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        if (block is null)
        {
            return;
        }

        var got = block.Read(buffer, 0, buffer.Length);
        unread = new ArraySegment<byte>(buffer, 0, got);
        if (got < buffer.Length)
        {
            block.Dispose();
            block = null;
        }
    }

    /// <summary>Null when the index follows, that is, after the last.</summary>
    private XZBlock? NextBlock()
    {
        header ??= XZHeader.FromStream(source);
        var size = reader.ReadBytes(1, 1, "a block")[0];
        if (size == 0)
        {
            ReadEnd();
            return null;
        }

        blocks++;
        var start = XzBlockHeader.Read(size, reader);
        return new XZBlock(new PrefixedStream(start, source), header.BlockCheckType, header.BlockCheckSize);
    }

    /// <summary>The index, one record a block, and the footer.</summary>
    private void ReadEnd()
    {
        var length = 1;
        var records = ReadNumber(ref length);
        if (records != blocks)
        {
            throw new MediaFormatException(
                Format,
                reader.Position,
                $"the index has {records:N0} records",
                $"there are {blocks:N0} blocks");
        }

        for (var number = 0; number < 2 * blocks; number++)
        {
            _ = ReadNumber(ref length);
        }

        reader.Skip((-length & 3) + sizeof(uint), "the index");
        _ = XZFooter.FromStream(new PrefixedStream([], source));
        ended = true;
    }

    /// <summary>Seven bits a byte, the lowest first; all but the last have the eighth bit set.</summary>
    private long ReadNumber(ref int length)
    {
        long number = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = reader.ReadBytes(1, 1, "the index")[0];
            length++;
            number |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }

        throw new MediaFormatException(
            Format, reader.Position, "a number has no end", "9 bytes are the most");
    }
}
