using System.Text;

namespace Kappa.Sandbox.Wire;

/// <summary>The bytes of one client, buffered for lines; a body is read past the buffer.</summary>
internal sealed class ConnectionInput(Stream stream)
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>A line without its end; null when the client closed the connection before it began.</summary>
    /// <exception cref="InvalidDataException">It is longer than <paramref name="limit"/> bytes.</exception>
    public async ValueTask<string?> ReadLineAsync(int limit, CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (start < end || await FillAsync(cancel))
        {
            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var count = found < 0 ? end - start : found;
            line.Append(Encoding.Latin1.GetString(buffer, start, count));
            start += found < 0 ? count : count + 1;
            if (line.Length > limit)
            {
                throw new InvalidDataException($"A line of the request is longer than {limit} bytes.");
            }

            if (found >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }

        return line.Length == 0
            ? null
            : throw new EndOfStreamException("The client left in the middle of a line.");
    }

    public ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancel)
    {
        if (start == end)
        {
            return stream.ReadAsync(target, cancel);
        }

        var count = Math.Min(end - start, target.Length);
        buffer.AsSpan(start, count).CopyTo(target.Span);
        start += count;
        return ValueTask.FromResult(count);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        start = 0;
        end = await stream.ReadAsync(buffer, cancel);
        return end > 0;
    }
}
