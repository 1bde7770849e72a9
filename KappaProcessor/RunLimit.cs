namespace Kappa;

/// <summary>Ends a run that is told to end, or that has not ended after a day.</summary>
internal sealed class RunLimit : IDisposable
{
    /// <summary>
    /// 5 GB at one megabit a second are eleven hours; twice that, and nobody waits any more.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly CancellationToken told;
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;

    public RunLimit(TimeProvider clock, CancellationToken cancel)
    {
        told = cancel;
        limit = new CancellationTokenSource(Longest, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Why the run was stopped, as a sentence; null as long as it was not.</summary>
    public string? Reason => true switch
    {
        _ when told.IsCancellationRequested => "Interrupted.",
        _ when limit.IsCancellationRequested =>
            $"The run had not ended after {Longest.TotalHours:N0} hours and was stopped.",
        _ => null,
    };

    public void Dispose()
    {
        either.Dispose();
        limit.Dispose();
    }
}
