namespace Kappa.Planning;

/// <summary>The decision on one variant and what is to be said about it.</summary>
internal sealed record PlannedStep(PlanStep Step, IReadOnlyList<Note> Notes)
{
    public PlannedStep After(IReadOnlyList<Note> earlier) => this with { Notes = [.. earlier, .. Notes] };
}
