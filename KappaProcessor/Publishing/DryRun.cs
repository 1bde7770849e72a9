using Kappa.Planning;
using NLog;

namespace Kappa.Publishing;

/// <summary>Goes through a plan without writing anything, and fails where it would fail.</summary>
internal sealed class DryRun(OutcomeWriter outcomes, TimeProvider clock, ILogger log)
{
    /// <summary>One outcome for each step, in the plan's order.</summary>
    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(PublishingJob job, CancellationToken cancel)
    {
        var application = job.Plan.NeedsApplication ? job.ReadApplication(cancel) : null;
        var results = new List<Outcome>();
        foreach (var step in job.Plan.Steps)
        {
            var outcome = await RehearseAsync(step, application, cancel);
            results.Add(outcome with { Version = outcome.Version ?? job.Version });
        }

        return results;
    }

    private async Task<Outcome> RehearseAsync(
        PlanStep step, Task<ApplicationIdentity>? application, CancellationToken cancel)
    {
        try
        {
            if (step.Audit is null || application is null)
            {
                return await outcomes.PlannedAsync(step, cancel);
            }

            var script = AuditScript.Fill(step.Audit, await application, clock.GetUtcNow());
            log.Say(script.Notes.Select(note => note with { Text = $"'{step.Target.Name}': {note.Text}" }));
            return (await outcomes.PlannedAsync(step, cancel)) with { Version = script.Version };
        }
        catch (KappaException problem)
        {
            return await outcomes.FailedAsync(step, new StepProgress(), problem, cancel);
        }
    }
}
