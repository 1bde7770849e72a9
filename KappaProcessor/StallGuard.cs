namespace Kappa;

/// <summary>
/// Ends a transfer in which nothing moves; one that moves, however slowly, may take as long as it takes.
/// </summary>
internal sealed class StallGuard : IDisposable
{
    /// <summary>Nothing was taken off our hands for this long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>
    /// From the last byte we handed over to the answer: a slow line still has megabytes to send from the
    /// system's buffers by then, and the storage host has to put a large file together.
    /// </summary>
    public static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource stalled;
    private readonly CancellationTokenSource either;
    private TimeSpan limit = Limit;

    public StallGuard(TimeProvider clock, CancellationToken cancel)
    {
        stalled = new CancellationTokenSource(Limit, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, cancel);
    }

    /// <summary>Cancelled by a stall, or by the caller.</summary>
    public CancellationToken Token => either.Token;

    /// <summary>Null unless nothing moved for too long.</summary>
    public ConnectionFault? Stall => stalled.IsCancellationRequested
        ? new ConnectionFault(FaultKind.TimedOut, $"nothing moved for {limit.TotalMinutes:N0} minutes")
        : null;

    public void Moved(long bytesLeft)
    {
        limit = bytesLeft > 0 ? Limit : AnswerLimit;
        stalled.CancelAfter(limit);
    }

    public void Dispose()
    {
        either.Dispose();
        stalled.Dispose();
    }
}
