using System.Buffers;
using System.Net;

namespace Kappa.Tenant;

/// <summary>
/// The installer as the body of a request: read as it is sent, a piece at a time, and exactly as many
/// bytes as were announced. The stream stays the caller's; <c>moved</c> hears how many bytes are left after
/// each piece.
/// </summary>
internal sealed class UploadContent(Stream source, long length, Action<long> moved) : HttpContent
{
    // Smaller ones cost more system calls than hashing costs; larger ones do not fit the processor's cache.
    private const int PieceSize = 512 * 1024;

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Two pieces: one is read, and hashed by whoever reads, while the other is on its way.
        var pool = ArrayPool<byte>.Shared;
        var (piece, other) = (pool.Rent(PieceSize), pool.Rent(PieceSize));
        var reading = ReadAsync(piece, length, cancellationToken);
        try
        {
            for (var left = length; left > 0;)
            {
                var got = await reading;
                left -= got;
                reading = ReadAsync(other, left, cancellationToken);
                await stream.WriteAsync(piece.AsMemory(0, got), cancellationToken);
                moved(left);
                (piece, other) = (other, piece);
            }
        }
        finally
        {
            // It still writes into its piece.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pool.Return(piece);
            pool.Return(other);
        }
    }

    // HttpClient would call a fault of the disk one of the connection.
    private async Task<int> ReadAsync(byte[] piece, long left, CancellationToken cancel)
    {
        if (left == 0)
        {
            return 0;
        }

        try
        {
            var got = await source.ReadAsync(piece.AsMemory(0, (int)Math.Min(left, PieceSize)), cancel);
            return got > 0 ? got : throw new KappaException(
                $"The installer became shorter than {length:N0} bytes while it was uploaded.",
                "Make sure that nothing else writes to it, then run again.");
        }
        catch (IOException problem)
        {
            throw new KappaException(
                $"The installer could not be read to its end: {problem.Message.TrimEnd('.')}.",
                "Check the disk it is on, then run again.",
                problem);
        }
    }
}
