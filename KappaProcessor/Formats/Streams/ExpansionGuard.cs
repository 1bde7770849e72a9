namespace Kappa.Formats.Streams;

/// <summary>
/// Passes on what <paramref name="expanded"/> gives, and stops when that is more than anything real grows to,
/// or when <paramref name="cancel"/> says so.
/// </summary>
/// <param name="expanded">Stays the caller's to close.</param>
/// <param name="source">Where it comes from.</param>
/// <param name="cancel">Asked at every read.</param>
internal sealed class ExpansionGuard(Stream expanded, ExpansionSource source, CancellationToken cancel)
    : ReadOnlyStream
{
    private long position;

    public override int Read(Span<byte> buffer)
    {
        cancel.ThrowIfCancellationRequested();
        var got = expanded.Read(buffer);
        position += got;
        return position <= Limit ? got : throw new MediaFormatException(
            source.Name,
            source.Read(),
            $"{source.Length:N0} bytes have grown to more than {position:N0}",
            "real content does not shrink that well");
    }

    /// <summary>
    /// All that so many bytes can become, and after the first GiB all that can have become of those read so
    /// far.
    /// </summary>
    private long Limit => Math.Min(
        SizeLimits.Expanded,
        position <= SizeLimits.ExpandedUnasked
            ? SizeLimits.ExpandedAlways + (source.Length * SizeLimits.ExpansionRatio)
            : SizeLimits.ExpandedAlways + (source.Read() * SizeLimits.ExpansionRatio));
}

/// <summary>Stored bytes that expand to more.</summary>
/// <param name="Name">What a message calls them.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Read">How many have been read.</param>
internal sealed record ExpansionSource(string Name, long Length, Func<long> Read);
