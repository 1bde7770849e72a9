using System.Collections.Concurrent;

namespace Kappa.Tests.Support;

/// <summary>
/// Nobody waits on this clock, and a time limit (more than a minute) is over exactly when the test says so.
/// </summary>
internal sealed class LimitClock : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Limit, bool> limits = new();

    public void ExpireLimits() => limits.Keys.ToList().ForEach(limit => limit.Expire());

    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= LongestWait)
        {
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        var limit = new Limit(() => callback(state), limits);
        limit.Change(dueTime, period);
        return limit;
    }

    private sealed class Limit(Action expire, ConcurrentDictionary<Limit, bool> limits) : ITimer
    {
        public void Expire() => expire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > LongestWait)
            {
                limits[this] = true;
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
