using System.Collections.Concurrent;

namespace Kappa.Tests.Support;

/// <summary>
/// Nobody waits on this clock. A time limit (more than a minute) is over at once when somebody begins to say nothing
/// for longer than it (an hour or more), and otherwise never; so a stall takes no time, and a good answer has all of it.
/// </summary>
internal sealed class FaultClock : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestStall = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestRunLimit = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<Limit, TimeSpan> limits = new();
    private long ticks = Some.Noon.UtcTicks;

    /// <summary>Somebody is about to wait.</summary>
    public event Action? Waiting;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= LongestWait)
        {
            Waiting?.Invoke();
            Interlocked.Add(ref ticks, dueTime.Ticks);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        var limit = new Limit(() => callback(state), limits);
        if (dueTime >= ShortestStall && dueTime < ShortestRunLimit)
        {
            ThreadPool.QueueUserWorkItem(_ => ExpireLimits());
        }
        else if (dueTime < ShortestStall)
        {
            limit.Change(dueTime, period);
        }

        return limit;
    }

    private void ExpireLimits()
    {
        foreach (var (limit, due) in limits)
        {
            Interlocked.Add(ref ticks, due.Ticks);
            limit.Expire();
        }
    }

    private sealed class Limit(Action expire, ConcurrentDictionary<Limit, TimeSpan> limits) : ITimer
    {
        public void Expire()
        {
            if (limits.TryRemove(this, out _))
            {
                expire();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > LongestWait)
            {
                limits[this] = dueTime;
            }
            else
            {
                limits.TryRemove(this, out _);
            }

            return true;
        }

        public void Dispose() => limits.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
