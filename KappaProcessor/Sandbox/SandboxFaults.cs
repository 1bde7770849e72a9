using System.Net;

namespace Kappa.Sandbox;

/// <summary>
/// The trouble a sandbox makes, in the order in which it was ordered; more may be added while it runs.
/// </summary>
internal sealed class SandboxFaults(IEnumerable<SandboxFault> script)
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [.. script.Select(fault => new Entry(fault))];

    /// <summary>How many reads of the list show an app as it was before it was written; null: none.</summary>
    public int? StaleReads
    {
        get
        {
            lock (gate)
            {
                var stale = entries.Find(entry => entry.Fault.Trouble is SandboxTrouble.Stale);
                return stale is null ? null : stale.Fault.Times ?? int.MaxValue;
            }
        }
    }

    public static SandboxFault Once(SandboxStep step, SandboxTrouble trouble) => new(step, trouble);

    public static SandboxFault Times(int times, SandboxStep step, SandboxTrouble trouble) =>
        new(step, trouble) { Times = times };

    public static SandboxFault Always(SandboxStep step, SandboxTrouble trouble) =>
        new(step, trouble) { Times = null };

    /// <summary>Befalls the first call of the API, whatever it is for.</summary>
    public static SandboxFault Once(HttpStatusCode status, string? retryAfter = null) =>
        new(null, new SandboxTrouble.Status(status, retryAfter));

    /// <summary>The n-th call of the API and all after it are answered with 401.</summary>
    public static SandboxFault TokenRevokedFrom(int nth) =>
        new(null, new SandboxTrouble.Status(HttpStatusCode.Unauthorized)) { Times = null, From = nth };

    /// <summary>
    /// Every app that is written is shown as it was before by the next <paramref name="reads"/> lists.
    /// </summary>
    public static SandboxFault StaleList(int reads) =>
        Times(reads, SandboxStep.List, new SandboxTrouble.Stale());

    /// <summary>The form of <c>--fault</c>, <c>create:503*2</c>.</summary>
    public static SandboxFault Parse(string text) => FaultSyntax.Parse(text);

    public void Add(SandboxFault fault)
    {
        lock (gate)
        {
            entries.Add(new Entry(fault));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    /// <summary>What happens to this request; null: nothing bad.</summary>
    public SandboxTrouble? Take(SandboxStep step)
    {
        lock (gate)
        {
            SandboxTrouble? taken = null;
            foreach (var entry in entries.Where(entry => entry.Fault.Covers(step)))
            {
                entry.Seen++;
                if (taken is null && entry.IsDue)
                {
                    entry.Done++;
                    taken = entry.Fault.Trouble;
                }
            }

            return taken;
        }
    }

    private sealed class Entry(SandboxFault fault)
    {
        public SandboxFault Fault { get; } = fault;

        public int Seen { get; set; }

        public int Done { get; set; }

        public bool IsDue => Fault.Trouble is not SandboxTrouble.Stale
            && Seen >= Fault.From && (Fault.Times is not { } times || Done < times);
    }
}
