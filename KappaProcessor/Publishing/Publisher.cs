using Kappa.Planning;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Publishing;

/// <summary>Carries out a plan, variant by variant. One variant failing does not stop the next.</summary>
internal sealed class Publisher(
    ITenant tenant,
    InstallerPublisher installers,
    OutcomeWriter outcomes,
    TimeProvider clock,
    ILogger log)
{
    private readonly AppCreator creator = new(tenant, clock, log);
    private readonly FileGuard guard = new(tenant, clock, log);
    private readonly TwinSearch twins = new(tenant, outcomes, log);

    /// <summary>
    /// One outcome for each step, in the plan's order; being cancelled is an outcome too, so that what was done
    /// before is not lost.
    /// </summary>
    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(PublishingJob job, CancellationToken cancel)
    {
        await using var work = new SharedWork(job, installers, cancel);
        var results = new List<Outcome>();
        foreach (var step in job.Plan.Steps)
        {
            var outcome = await ExecuteAsync(step, work, cancel);
            outcome = outcome with { Version = outcome.Version ?? job.Version };
            log.Info("{0}", outcome.Message);
            results.Add(outcome);
        }

        await twins.WarnAsync(results, job.LibrarySize, cancel);
        return results;
    }

    private async Task<Outcome> ExecuteAsync(PlanStep step, SharedWork work, CancellationToken cancel)
    {
        var progress = new StepProgress();
        try
        {
            cancel.ThrowIfCancellationRequested();
            return step switch
            {
                PlanStep.Create create => await CreateAsync(create, work, progress, cancel),
                PlanStep.Update update => await UpdateAsync(update, work, progress, cancel),
                _ => await outcomes.OfAsync(step, cancel),
            };
        }
        catch (KappaException problem)
        {
            return await outcomes.FailedAsync(step, progress, problem, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return await outcomes.FailedAsync(step, progress, Interruptions.Of(step, progress), cancel);
        }
    }

    private async Task<Outcome> CreateAsync(
        PlanStep.Create step, SharedWork work, StepProgress progress, CancellationToken cancel)
    {
        var (script, file) = await PrepareAsync(step, withInstaller: true, work);
        var fields = step.Fields with
        {
            FileKey = file!.FileKey,
            AuditScript = script?.Text ?? step.Fields.AuditScript,
        };
        await progress.WriteAsync(() => creator.CreateAsync(fields, cancel));
        var app = await guard.EnsureAsync(progress, work, previous: null, cancel);
        await AssignAsync(step, app, progress, cancel);
        return await outcomes.CreatedAsync(step, app, script, cancel);
    }

    private async Task<Outcome> UpdateAsync(
        PlanStep.Update step, SharedWork work, StepProgress progress, CancellationToken cancel)
    {
        var (script, file) = await PrepareAsync(step, step.WithInstaller, work);
        var fields = step.Fields with
        {
            FileKey = file?.FileKey,
            AuditScript = script?.Text ?? step.Fields.AuditScript,
        };
        var app = await progress.WriteAsync(() => tenant.UpdateAsync(step.Existing.Id, fields, cancel));
        if (file is not null)
        {
            app = await guard.EnsureAsync(progress, work, step.Existing, cancel);
        }

        return await outcomes.UpdatedAsync(step, app, script, cancel);
    }

    /// <summary>
    /// A script that cannot be filled makes an upload pointless, so a small installer is read first. A large one
    /// takes too long for that: its upload starts at once, and is broken off.
    /// </summary>
    private async Task<(FilledAuditScript? Script, UploadedInstaller? File)> PrepareAsync(
        PlanStep step, bool withInstaller, SharedWork work)
    {
        FilledAuditScript? script = null;
        if (step.Audit is { } audit)
        {
            var application = work.Application;
            if (withInstaller && work.TakesLongToRead)
            {
                _ = work.Upload;
            }

            script = AuditScript.Fill(audit, await application, clock.GetUtcNow());
            log.Say(script.Notes.Select(note => note with { Text = $"'{step.Target.Name}': {note.Text}" }));
        }

        return (script, withInstaller ? await work.Upload : null);
    }

    private async Task AssignAsync(
        PlanStep.Create step, CustomApp app, StepProgress progress, CancellationToken cancel)
    {
        foreach (var assignment in step.Blueprints)
        {
            await tenant.AssignAsync(assignment, app.Id, cancel);
            progress.Add(assignment);
            log.Info("Put '{0}' into the Blueprint {1}.", app.Name, assignment);
        }
    }
}
