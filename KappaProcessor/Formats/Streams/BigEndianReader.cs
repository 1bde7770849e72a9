using System.Buffers;
using System.Buffers.Binary;

namespace Kappa.Formats.Streams;

/// <summary>
/// Reads <paramref name="source"/> from where it stands, exactly what is asked for or not at all.
/// <paramref name="format"/> is what a message calls it. The source stays the caller's to close.
/// </summary>
internal sealed class BigEndianReader(Stream source, string format)
{
    private const int ScratchSize = 128 * 1024;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    public void Expect(ReadOnlySpan<byte> magic, string what)
    {
        var at = Position;
        var found = ReadBytes((ulong)magic.Length, magic.Length, what);
        if (!magic.SequenceEqual(found))
        {
            throw new MediaFormatException(
                format, at, $"{what} is {Hex(found)}", $"{Hex(magic)} belongs there");
        }
    }

    public ushort UInt16(string what) => BinaryPrimitives.ReadUInt16BigEndian(ReadBytes(2, 2, what));

    public uint UInt32(string what) => BinaryPrimitives.ReadUInt32BigEndian(ReadBytes(4, 4, what));

    public ulong UInt64(string what) => BinaryPrimitives.ReadUInt64BigEndian(ReadBytes(8, 8, what));

    /// <summary>
    /// The next <paramref name="count"/> bytes; a count above <paramref name="limit"/> is not believed.
    /// </summary>
    public byte[] ReadBytes(ulong count, int limit, string what)
    {
        if (count > (ulong)limit)
        {
            throw new MediaFormatException(
                format, Position, $"{what} claims {count:N0} bytes", $"at most {limit:N0} are believed");
        }

        var buffer = new byte[(int)count];
        var got = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (got < buffer.Length)
        {
            throw new MediaFormatException(
                format, Position, $"{what} ends after {got:N0} bytes", $"it has {count:N0}");
        }

        Position += got;
        return buffer;
    }

    /// <summary>The next <paramref name="count"/> bytes, or null where nothing at all follows.</summary>
    public byte[]? FindBytes(int count, string what)
    {
        var first = source.ReadByte();
        if (first < 0)
        {
            return null;
        }

        Position++;
        return [(byte)first, .. ReadBytes((ulong)count - 1, count, what)];
    }

    /// <summary>Reads <paramref name="count"/> bytes and forgets them.</summary>
    public void Skip(long count, string what)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(ScratchSize);
        try
        {
            for (long skipped = 0; skipped < count;)
            {
                var wanted = (int)Math.Min(scratch.Length, count - skipped);
                var got = source.ReadAtLeast(scratch.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
                Position += got;
                skipped += got;
                if (got < wanted)
                {
                    throw new MediaFormatException(
                        format, Position, $"{what} ends after {skipped:N0} bytes", $"it has {count:N0}");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);
}
