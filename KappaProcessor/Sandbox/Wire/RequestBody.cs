using System.Globalization;

namespace Kappa.Sandbox.Wire;

/// <summary>The body of one request, as a stream of bytes that is never held as a whole.</summary>
internal sealed class RequestBody(ConnectionInput input, RequestHead head, Stream output)
{
    private const int LongestChunkLine = 1024;

    private long left = head.IsChunked ? 0 : head.ContentLength ?? 0;
    private bool chunksLeft = head.IsChunked;
    private bool awaitsContinue = head.ExpectsContinue;

    /// <summary>Bytes read so far, without the framing of chunks.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// The client sends a body and has not been told to go on, so nothing of it is on its way.
    /// </summary>
    public bool IsHeldBack => awaitsContinue;

    /// <summary>Zero at the end of the body.</summary>
    /// <exception cref="EndOfStreamException">The client left in the middle.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancel)
    {
        await ContinueAsync(cancel);
        if (left == 0 && chunksLeft)
        {
            await BeginChunkAsync(cancel);
        }

        if (left == 0)
        {
            return 0;
        }

        var count = await input.ReadAsync(target[..(int)Math.Min(left, target.Length)], cancel);
        if (count == 0)
        {
            throw new EndOfStreamException("The client left in the middle of its body.");
        }

        Count += count;
        left -= count;
        if (left == 0 && chunksLeft)
        {
            await input.ReadLineAsync(LongestChunkLine, cancel);
        }

        return count;
    }

    /// <summary>The whole body, or null when it is longer than <paramref name="limit"/>.</summary>
    public async ValueTask<byte[]?> ReadAllAsync(int limit, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await ReadAsync(piece, cancel) is > 0 and var count)
        {
            if (all.Length + count > limit)
            {
                return null;
            }

            all.Write(piece, 0, count);
        }

        return all.ToArray();
    }

    /// <summary>
    /// Reads on and drops what comes, to the end or until <paramref name="limit"/> bytes have been read.
    /// </summary>
    public async ValueTask SkipAsync(long limit, CancellationToken cancel)
    {
        var waste = new byte[64 * 1024];
        while (Count < limit
            && await ReadAsync(waste.AsMemory(0, (int)Math.Min(waste.Length, limit - Count)), cancel) > 0)
        {
        }
    }

    private async ValueTask ContinueAsync(CancellationToken cancel)
    {
        if (awaitsContinue)
        {
            awaitsContinue = false;
            await output.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancel);
        }
    }

    private async ValueTask BeginChunkAsync(CancellationToken cancel)
    {
        var line = await input.ReadLineAsync(LongestChunkLine, cancel) ?? "";
        var size = line.Split(';')[0].Trim();
        var isNumber = long.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out left);
        if (!isNumber || left < 0)
        {
            throw new InvalidDataException("The size of a chunk is not a hexadecimal number.");
        }

        chunksLeft = left > 0;
        while (!chunksLeft && await input.ReadLineAsync(LongestChunkLine, cancel) is { Length: > 0 })
        {
        }
    }
}
