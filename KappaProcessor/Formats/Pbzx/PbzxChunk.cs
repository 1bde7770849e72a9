using System.Buffers.Binary;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Pbzx;

/// <summary>
/// A chunk of a pbzx stream as it is stored; numbers are big-endian.
/// <code>
/// offset size
///      0    8  length, expanded
///      8    8  length as stored; the same when it is stored as it is
///     16       an xz file, or the bytes themselves
/// </code>
/// </summary>
/// <param name="Offset">In the pbzx stream, of its stored bytes.</param>
/// <param name="Size">Bytes, expanded.</param>
/// <param name="Stored">What is stored.</param>
internal sealed record PbzxChunk(long Offset, int Size, byte[] Stored)
{
    /// <summary>Null at the end, which nothing but the end of the stream marks.</summary>
    /// <param name="reader">Where a chunk starts, if there is one.</param>
    /// <param name="limit">Bytes that a chunk has at most, expanded.</param>
    public static PbzxChunk? ReadNext(BigEndianReader reader, long limit)
    {
        var start = reader.Position;
        if (reader.FindBytes(sizeof(ulong), "a chunk's length") is not { } length)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt64BigEndian(length);
        var stored = reader.UInt64("a chunk's stored length");
        if (size == 0 || size > (ulong)limit || stored > size)
        {
            throw new MediaFormatException(
                PbzxStream.Format,
                start,
                $"a chunk claims {stored:N0} bytes that become {size:N0}",
                $"one grows, to {limit:N0} at most");
        }

        return new PbzxChunk(reader.Position, (int)size, reader.ReadBytes(stored, (int)limit, "a chunk"));
    }
}
