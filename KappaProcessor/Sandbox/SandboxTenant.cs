using Kappa.Tenant.Models;

namespace Kappa.Sandbox;

/// <summary>
/// What the simulated tenant holds; a change is in the state folder, if there is one, before it is answered.
/// </summary>
internal sealed class SandboxTenant
{
    private readonly Lock gate = new();
    private readonly SandboxFolder? folder;
    private SandboxState state;

    public SandboxTenant(SandboxFolder? folder)
    {
        this.folder = folder;
        state = folder?.FindState() ?? SandboxState.NewTenant();
        folder?.Save(state);
    }

    /// <summary>A snapshot.</summary>
    public SandboxState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    public IReadOnlyList<CustomApp> Apps => State.Apps;

    public CustomApp App(string name) => State.Apps.Single(app => app.Name == name);

    public void Add(params IEnumerable<CustomApp> apps) =>
        Change(now => now with { Apps = now.Apps.AddRange(apps) });

    public void Add(SelfServiceCategory category) =>
        Change(now => now with { Categories = now.Categories.Add(category) });

    public void Add(SandboxBlueprint blueprint) =>
        Change(now => now with { Blueprints = now.Blueprints.Add(blueprint) });

    public void Remove(AppId id) =>
        Change(now => now with { Apps = now.Apps.RemoveAll(app => app.Id == id) });

    public void Change(Func<SandboxState, SandboxState> change) => Change(now => (change(now), true));

    /// <summary>One change, alone; what it was based on cannot change meanwhile.</summary>
    public T Change<T>(Func<SandboxState, (SandboxState State, T Result)> change)
    {
        lock (gate)
        {
            var (next, result) = change(state);
            if (!ReferenceEquals(next, state))
            {
                folder?.Save(next);
                state = next;
            }

            return result;
        }
    }
}
