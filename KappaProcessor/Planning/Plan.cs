namespace Kappa.Planning;

/// <summary>What a run will do, variant by variant, and what an administrator should hear about it.</summary>
internal sealed record Plan(IReadOnlyList<PlanStep> Steps, IReadOnlyList<Note> Notes)
{
    /// <summary>At least one variant needs the installer in Kandji's store.</summary>
    public bool NeedsUpload => Steps.Any(step => step is PlanStep.Create or PlanStep.Update { WithInstaller: true });

    /// <summary>At least one variant needs to know the application for its audit script.</summary>
    public bool NeedsApplication => Steps.Any(step => step.Audit is not null);
}
