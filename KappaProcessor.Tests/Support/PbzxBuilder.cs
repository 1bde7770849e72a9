using System.Buffers.Binary;

namespace Kappa.Tests.Support;

/// <summary>Writes pbzx streams, true ones and lying ones. Each call gives a changed copy.</summary>
internal sealed record PbzxBuilder
{
    private IReadOnlyList<(ulong Size, ulong Length, byte[] Stored)> Chunks { get; init; } = [];

    private ulong ChunkSize { get; init; } = 1 << 24;

    /// <summary>A chunk that is stored as it is.</summary>
    public PbzxBuilder With(byte[] content) => With(content, (ulong)content.Length);

    /// <summary>A chunk whose stored form another tool made.</summary>
    public PbzxBuilder With(byte[] stored, ulong size) => With(stored, size, (ulong)stored.Length);

    public PbzxBuilder With(byte[] stored, ulong size, ulong length) =>
        this with { Chunks = [.. Chunks, (size, length, stored)] };

    public PbzxBuilder ClaimingChunkSize(ulong size) => this with { ChunkSize = size };

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        stream.Write("pbzx"u8); //           the magic
        Write(stream, ChunkSize); //         length of every chunk but the last
        foreach (var (size, length, stored) in Chunks)
        {
            Write(stream, size); //          length, expanded
            Write(stream, length); //        length as stored
            stream.Write(stored);
        }

        return stream.ToArray();
    }

    private static void Write(Stream stream, ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        stream.Write(bytes);
    }
}
