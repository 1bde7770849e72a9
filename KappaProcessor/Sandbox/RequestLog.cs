namespace Kappa.Sandbox;

/// <summary>The requests in the order in which they were answered.</summary>
internal sealed class RequestLog(SandboxFolder? folder, Action<LoggedRequest>? watch)
{
    /// <summary>A sandbox may run for weeks; older entries are in the folder's log only.</summary>
    private const int MostEntries = 100_000;

    private readonly Lock gate = new();
    private readonly Queue<LoggedRequest> entries = new();

    public IReadOnlyList<LoggedRequest> Entries
    {
        get
        {
            lock (gate)
            {
                return [.. entries];
            }
        }
    }

    public void Add(LoggedRequest request)
    {
        lock (gate)
        {
            entries.Enqueue(request);
            if (entries.Count > MostEntries)
            {
                entries.Dequeue();
            }

            folder?.Log(request.ToString());
            watch?.Invoke(request);
        }
    }
}
