using Kappa.Tenant.Models;

namespace Kappa.Sandbox;

/// <summary>
/// The list's lag behind the writes: as often as the faults say, a read of the list shows an app as it was
/// before it was created or changed. All pages of a read, which begins with page 1, agree.
/// </summary>
internal sealed class StaleReads(SandboxFaults faults)
{
    private readonly Lock gate = new();
    private readonly Dictionary<AppId, (CustomApp? Before, int Left)> lagging = [];
    private Dictionary<AppId, CustomApp?> shown = [];

    /// <param name="id">The app that was written.</param>
    /// <param name="before">What it was; null when it has just been created.</param>
    public void Note(AppId id, CustomApp? before)
    {
        if (faults.StaleReads is not { } reads)
        {
            return;
        }

        lock (gate)
        {
            lagging[id] = (before, reads);
        }
    }

    public IReadOnlyList<CustomApp> Read(IReadOnlyList<CustomApp> apps, int page)
    {
        lock (gate)
        {
            if (page == 1)
            {
                Advance();
            }

            return shown.Count == 0
                ? apps
                : [.. apps.Select(app => shown.GetValueOrDefault(app.Id, app)).OfType<CustomApp>()];
        }
    }

    private void Advance()
    {
        shown = lagging.ToDictionary(entry => entry.Key, entry => entry.Value.Before);
        foreach (var (id, (before, left)) in lagging.ToList())
        {
            lagging[id] = (before, left - 1);
            if (left == 1)
            {
                lagging.Remove(id);
            }
        }
    }
}
