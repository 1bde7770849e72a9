using System.Security.Cryptography;

namespace Kappa.Formats.Streams;

/// <summary>
/// Passes on what is read of <paramref name="source"/>, counts it and, where wanted, hashes it.
/// </summary>
internal sealed class HashingStream(Stream source, IncrementalHash? hash) : ReadOnlyStream
{
    private long position;

    /// <summary>How much has been read.</summary>
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var got = source.Read(buffer);
        hash?.AppendData(buffer[..got]);
        position += got;
        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash?.Dispose();
        }

        base.Dispose(disposing);
    }
}
