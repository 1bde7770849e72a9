using System.Collections.Concurrent;

namespace Kappa.Tests.Support;

/// <summary>Nobody waits on this clock; it remembers how long each one wanted to, and time moves by as much.</summary>
internal sealed class SkippingClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private long ticks = (start ?? Some.Noon).UtcTicks;

    /// <summary>Somebody is about to wait.</summary>
    public event Action? Waiting;

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    /// <summary>Timers longer than this are time limits, not waits: they never fire, nor do they move the clock.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Time goes by while nobody waits.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > LongestWait)
        {
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Waiting?.Invoke();
        waits.Enqueue(dueTime);
        Interlocked.Add(ref ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
