namespace Kappa.Formats.Streams;

/// <summary>
/// A read-only slice of <paramref name="source"/>, which stays the caller's to close. Slices of one source
/// may be read in turn, not at the same time.
/// </summary>
internal sealed class StreamWindow(Stream source, long start, long length) : ReadOnlyStream
{
    private long position;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new IOException("No slice starts before its start.");
    }

    public override int Read(Span<byte> buffer)
    {
        var left = (int)Math.Clamp(length - position, 0, buffer.Length);
        if (left == 0)
        {
            return 0;
        }

        source.Position = start + position;
        var got = source.Read(buffer[..left]);
        position += got;
        return got;
    }
}
