using Kappa.Tenant.Models;

namespace Kappa.Publishing;

/// <summary>How far a variant has come, for whoever has to tell when it comes no further.</summary>
internal sealed class StepProgress
{
    private readonly List<BlueprintAssignment> assigned = [];

    /// <summary>A create or an update was sent, and no answer says yet what became of it.</summary>
    public bool IsUnanswered { get; private set; }

    /// <summary>The app as this run has made it; null as long as the tenant is what it was.</summary>
    public CustomApp? Written { get; private set; }

    /// <summary>Blueprints that the app has been put into.</summary>
    public IReadOnlyList<BlueprintAssignment> Assigned => assigned;

    public async Task<CustomApp> WriteAsync(Func<Task<CustomApp>> write)
    {
        IsUnanswered = true;
        Written = await write();
        IsUnanswered = false;
        return Written;
    }

    /// <summary>The app is again what it was before the run.</summary>
    public void Undone() => Written = null;

    public void Add(BlueprintAssignment assignment) => assigned.Add(assignment);
}
