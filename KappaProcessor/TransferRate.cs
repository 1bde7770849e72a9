namespace Kappa;

/// <summary>How fast something goes: over the last seconds, since lines change their mind.</summary>
internal sealed class TransferRate(TimeProvider clock, TransferProgress start)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.2);

    private readonly Queue<(long At, long Done)> samples = [];
    private long sampledAt;
    private long now;

    public string Deed { get; } = start.Deed;

    /// <summary>Bytes.</summary>
    public long Done { get; private set; } = start.Done;

    /// <summary>Bytes a second; null as long as it is too early to tell.</summary>
    public double? Speed
    {
        get
        {
            var (at, done) = samples.Peek();
            var seconds = clock.GetElapsedTime(at, now).TotalSeconds;
            return seconds > 0.2 && Done > done ? (Done - done) / seconds : null;
        }
    }

    public void Add(TransferProgress progress, long timestamp)
    {
        (Done, now) = (progress.Done, timestamp);
        if (samples.Count == 0 || clock.GetElapsedTime(sampledAt, now) >= Step)
        {
            samples.Enqueue((now, Done));
            sampledAt = now;
        }

        while (samples.Count > 1 && clock.GetElapsedTime(samples.Peek().At, now) > Window)
        {
            samples.Dequeue();
        }
    }

    /// <summary>Null when nobody knows.</summary>
    public TimeSpan? TimeLeft(TransferProgress progress) =>
        Speed is { } speed && progress.Total is { } total
            ? TimeSpan.FromSeconds(Math.Min((total - progress.Done) / speed, TimeSpan.FromDays(9).TotalSeconds))
            : null;
}
