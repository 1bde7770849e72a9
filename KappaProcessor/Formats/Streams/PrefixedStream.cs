namespace Kappa.Formats.Streams;

/// <summary>
/// Gives <paramref name="start"/>, which has been read already, and then the rest of
/// <paramref name="source"/>, which stays the caller's to close.
/// </summary>
internal sealed class PrefixedStream(byte[] start, Stream source) : ReadOnlyStream
{
    private long position;

    /// <summary>How much has been given.</summary>
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var got = position < start.Length ? TakeStart(buffer) : source.Read(buffer);
        position += got;
        return got;
    }

    private int TakeStart(Span<byte> buffer)
    {
        var rest = start.AsSpan((int)position);
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        return count;
    }
}
