using Kappa.Configuration;
using Kappa.Planning;

namespace Kappa.Publishing;

/// <summary>What a run that was stopped says of each variant: what is certain, and what is not.</summary>
internal static class Interruptions
{
    private const string Again = "Run again.";

    /// <summary>A variant whose turn had not come when the run was stopped.</summary>
    public static Outcome BeforeAnything(AppTarget target)
    {
        var problem = Before(target);
        return new Outcome(target, OutcomeAction.Failed) { Message = problem.Message, Problem = problem };
    }

    public static KappaException Of(PlanStep step, StepProgress progress) => progress switch
    {
        { Written: not null, IsUnanswered: true } => new KappaException(
            "The run was stopped while the app was changed once more.",
            $"{Again} The next run looks at the app."),
        { Written: not null } => new KappaException("The run was stopped before all was done.", Again),
        { IsUnanswered: true } when step is PlanStep.Create create => new KappaException(
            $"The run was stopped while it created '{step.Target.Name}', which may be there or not."
                + OutcomeWriter.NotIn(create.Blueprints),
            $"{Again} The next run finds it by its name."),
        { IsUnanswered: true } => new KappaException(
            $"The run was stopped while it updated '{step.Target.Name}', which may be done or not.",
            $"{Again} The next run compares the files."),
        _ => Before(step.Target),
    };

    private static KappaException Before(AppTarget target) =>
        new($"The run was stopped before it created or changed '{target.Name}'.", Again);
}
