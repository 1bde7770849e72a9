namespace Kappa;

/// <summary>
/// The last line of a terminal, which shows how far something has come, and the lines above it.
/// </summary>
internal sealed class ProgressBar : IProgress<TransferProgress>, IDisposable
{
    /// <summary>More often is more than an eye sees.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    // To the first column, and whatever is right of it erased (ECMA-48: EL).
    private const string Erase = "\r\u001B[K";

    private readonly Lock gate = new();
    private readonly ProcessHost host;
    private readonly bool hasColors;
    private TransferRate? rate;
    private long shownAt;
    private string shown = "";

    public ProgressBar(ProcessHost host, bool hasColors)
    {
        this.host = host;
        this.hasColors = hasColors;
        Lines = TextWriter.Synchronized(new LinesAbove(this));
    }

    /// <summary>What is written here is seen above the bar.</summary>
    public TextWriter Lines { get; }

    public void Report(TransferProgress value)
    {
        lock (gate)
        {
            var now = host.Clock.GetTimestamp();
            if (rate?.Deed != value.Deed || value.Done < rate.Done)
            {
                rate = new TransferRate(host.Clock, value);
                shownAt = 0;
            }

            rate.Add(value, now);
            if (value.Done >= value.Total)
            {
                Show("");
            }
            else if (shownAt == 0 || host.Clock.GetElapsedTime(shownAt, now) >= Pause)
            {
                shownAt = now;
                Show(ProgressText.Bar(value, rate, host.ErrorWidth(), hasColors));
            }
        }
    }

    /// <summary>Leaves an empty line behind.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            Show("");
        }
    }

    private void Show(string bar)
    {
        if (bar == shown)
        {
            return;
        }

        host.Error.Write(Erase + bar);
        host.Error.Flush();
        shown = bar;
    }

    private void WriteAbove(string text)
    {
        lock (gate)
        {
            host.Error.Write(shown.Length > 0 ? $"{Erase}{text}{shown}" : text);
            host.Error.Flush();
        }
    }

    /// <summary>Whole lines, for a bar that is drawn anew after each.</summary>
    private sealed class LinesAbove(ProgressBar bar) : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => bar.WriteAbove(value.ToString());

        public override void Write(string? value) => bar.WriteAbove(value ?? "");

        public override void WriteLine(string? value) => bar.WriteAbove($"{value}\n");
    }
}
