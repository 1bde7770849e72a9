using NLog;

namespace Kappa;

/// <summary>How far something has come, for a log: a line now and then, and none for what is done soon.</summary>
internal sealed class ProgressLines(TimeProvider clock, ILogger log) : IProgress<TransferProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private TransferRate? rate;
    private long saidAt;

    public void Report(TransferProgress value)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            if (rate?.Deed != value.Deed || value.Done < rate.Done)
            {
                rate = new TransferRate(clock, value);
                saidAt = now;
            }

            rate.Add(value, now);
            if (value.Done < (value.Total ?? long.MaxValue) && clock.GetElapsedTime(saidAt, now) >= Pause)
            {
                saidAt = now;
                log.Info("{0}", ProgressText.Line(value, rate));
            }
        }
    }
}
