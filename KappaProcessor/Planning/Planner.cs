using System.Diagnostics;
using Kappa.Configuration;
using Kappa.Matching;

namespace Kappa.Planning;

/// <summary>Decides what happens to every variant; what one cannot do does not stop the others.</summary>
internal static class Planner
{
    public static Plan Plan(PlanningFacts facts)
    {
        var planned = SharedApp.Refuse(
            [.. facts.Settings.Targets.Select((target, at) => PlanOne(target, MatchOf(facts, at), facts))]);

        return new Plan([.. planned.Select(one => one.Step)], [.. planned.SelectMany(one => one.Notes)]);
    }

    private static AppMatch MatchOf(PlanningFacts facts, int at) =>
        facts.Settings.CreateNew ? new AppMatch.Missing() : facts.Matches[at];

    private static PlannedStep PlanOne(AppTarget target, AppMatch match, PlanningFacts facts)
    {
        try
        {
            return match switch
            {
                AppMatch.Found found => ExistingAppPlanner.Plan(target, found.App, facts).After(found.Notes),
                AppMatch.Missing missing => PlanMissing(target, facts).After(missing.Notes),
                AppMatch.Ambiguous several => new PlannedStep(Refusal(target, several, facts.Settings), []),
                _ => throw new UnreachableException($"No way to plan for {match}."),
            };
        }
        catch (KappaException problem)
        {
            return new PlannedStep(new PlanStep.Refuse(target, problem, []), []);
        }
    }

    private static PlannedStep PlanMissing(AppTarget target, PlanningFacts facts)
    {
        if (facts.Settings.AutoCreate || facts.Settings.CreateNew)
        {
            return NewAppPlanner.Plan(target, facts);
        }

        const SkipReason reason = SkipReason.NotFoundAndCreateIsOff;
        return new PlannedStep(new PlanStep.Skip(target, reason), [Note.Warning(reason.Text(target))]);
    }

    private static PlanStep.Refuse Refusal(AppTarget target, AppMatch.Ambiguous several, Settings settings) =>
        new(target, DuplicatesProblem.For(target, several.Apps, settings), several.Apps);
}
