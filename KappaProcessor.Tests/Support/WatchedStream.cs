namespace Kappa.Tests.Support;

/// <summary>
/// A file that is read in pieces of at most 1,000 bytes, and something happens before each.
/// </summary>
internal sealed class WatchedStream(byte[] content, Action beforeEachPiece) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        beforeEachPiece();
        return base.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
    }
}
