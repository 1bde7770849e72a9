using Kappa.Formats.Streams;

namespace Kappa.Tests.Support;

/// <summary>
/// A .zip with 4 GB of nothing before its files, of which its 32-bit fields tell nothing: so a Mac writes
/// large ones.
/// </summary>
internal sealed class SparseZip(byte[] zip) : ReadOnlyStream
{
    private const long Gap = 1L << 32;

    public override bool CanSeek => true;

    public override long Length => Gap + zip.Length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Length - Position);
        for (var at = 0; at < count; at++)
        {
            var place = Position + at - Gap;
            buffer[at] = place >= 0 ? zip[place] : (byte)0;
        }

        Position += count;
        return count;
    }
}
