using System.Diagnostics;
using Kappa.Configuration;

namespace Kappa.Planning;

/// <summary>A plan for a person to read: for every variant what would happen, old → new.</summary>
internal static class PlanText
{
    private const int LabelWidth = 22;

    public static string Describe(Plan plan, PlanningFacts facts) =>
        string.Join('\n', plan.Steps.Select(step => Block(step, facts)));

    private static string Block(PlanStep step, PlanningFacts facts)
    {
        var title = $"{step.Target.Variant.Word()} '{step.Target.Name}': {Verdict(step)}\n";
        var lines = Lines(step, facts)
            .Where(line => line.Value is not null)
            .Select(line => $"  {line.Label.PadRight(LabelWidth)}{line.Value}".TrimEnd() + "\n");

        return title + string.Concat(lines);
    }

    private static string Verdict(PlanStep step) => step switch
    {
        PlanStep.Create => "a new Custom App",
        PlanStep.Update { WithInstaller: true } update => $"update of {update.Existing.Id}",
        PlanStep.Update update => $"settings of {update.Existing.Id}",
        PlanStep.Keep keep => $"{keep.Existing.Id} stays as it is, Kandji has this file",
        PlanStep.Skip => "skipped",
        PlanStep.Refuse => "cannot be done",
        _ => throw new UnreachableException($"No words for {step}."),
    };

    private static IEnumerable<PlanLine> Lines(PlanStep step, PlanningFacts facts) => step switch
    {
        PlanStep.Create create => CreateText.Lines(create, facts),
        PlanStep.Update update => UpdateText.Lines(update, facts),
        PlanStep.Keep keep => Kept(keep),
        PlanStep.Skip skip => [new PlanLine("because", skip.Reason.Text(skip.Target))],
        PlanStep.Refuse { Problem: var problem } =>
            [new("because", problem.What), new("what to do", problem.Remedy)],
        _ => throw new UnreachableException($"No words for {step}."),
    };

    private static IEnumerable<PlanLine> Kept(PlanStep.Keep keep) =>
    [
        new("installer", keep.Existing.FileName),
        new("sha256", keep.Existing.Sha256),
        new("enforcement", keep.Existing.Enforcement.ConfigWord),
        new("category", keep.Category),
    ];
}
