using System.Buffers;
using System.Collections.Concurrent;

namespace Kappa.Formats.Streams;

/// <summary>
/// Gives what a source gives, read on another thread a megabyte ahead: whoever expands it need not
/// wait for the disk and the checksums. The source stays the caller's to close, after this.
/// </summary>
internal sealed class ReadAheadStream : ReadOnlyStream
{
    private const int BufferSize = 256 * 1024;

    private const int Buffers = 4;

    private readonly BlockingCollection<ArraySegment<byte>> filled = new(Buffers);
    private readonly CancellationTokenSource stop = new();
    private readonly Task reading;
    private ArraySegment<byte> current = ArraySegment<byte>.Empty;
    private ArraySegment<byte> unread = ArraySegment<byte>.Empty;

    public ReadAheadStream(Stream source) => reading = Task.Run(() => ReadAll(source));

    public override int Read(Span<byte> buffer)
    {
        if (unread.Count == 0 && !TryTake())
        {
            reading.GetAwaiter().GetResult();
            return 0;
        }

        var count = Math.Min(buffer.Length, unread.Count);
        unread[..count].AsSpan().CopyTo(buffer);
        unread = unread[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stop.Cancel();

            // What went wrong has been said to whoever read, or matters to nobody.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
            filled.Dispose();
            stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryTake()
    {
        Return(current);
        current = unread = ArraySegment<byte>.Empty;
        if (!filled.TryTake(out var next, Timeout.Infinite))
        {
            return false;
        }

        current = unread = next;
        return true;
    }

    private void ReadAll(Stream source)
    {
        try
        {
            while (Fill(source) is { Count: > 0 } next)
            {
                filled.Add(next, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody reads any more.
        }
        finally
        {
            filled.CompleteAdding();
        }
    }

    private static ArraySegment<byte> Fill(Stream source)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var got = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return new ArraySegment<byte>(buffer, 0, got);
    }

    private static void Return(ArraySegment<byte> segment)
    {
        if (segment.Array is { Length: > 0 } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
