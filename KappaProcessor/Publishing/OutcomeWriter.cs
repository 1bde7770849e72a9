using System.Diagnostics;
using Kappa.Planning;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Publishing;

/// <summary>Puts what happened to a variant into a record with a sentence and a link.</summary>
internal sealed class OutcomeWriter(ConsoleLinks links, ILogger log)
{
    public Task<Outcome> CreatedAsync(
        PlanStep.Create step, CustomApp app, FilledAuditScript? script, CancellationToken cancel) =>
        ChangedAsync(OutcomeAction.Created, step, app, script, cancel);

    public Task<Outcome> UpdatedAsync(
        PlanStep.Update step, CustomApp app, FilledAuditScript? script, CancellationToken cancel) =>
        ChangedAsync(
            step.WithInstaller ? OutcomeAction.Updated : OutcomeAction.SettingsUpdated, step, app, script, cancel);

    /// <summary>The outcome of a step that changes nothing.</summary>
    public Task<Outcome> OfAsync(PlanStep step, CancellationToken cancel) => step switch
    {
        PlanStep.Keep keep => KeptAsync(keep, cancel),
        PlanStep.Skip skip => Task.FromResult(Skipped(skip)),
        PlanStep.Refuse refuse => RefusedAsync(refuse, cancel),
        _ => throw new UnreachableException($"{step} changes the tenant."),
    };

    /// <summary>The outcome of a step in a dry run.</summary>
    public async Task<Outcome> PlannedAsync(PlanStep step, CancellationToken cancel) => step switch
    {
        PlanStep.Create create => new Outcome(step.Target, OutcomeAction.Planned)
        {
            Message = $"Dry run: would create '{step.Target.Name}'.",
            Enforcement = create.Fields.Enforcement,
            Category = step.Category,
            Blueprints = [.. create.Blueprints.Select(assignment => assignment.ToString())],
        },
        PlanStep.Update update => new Outcome(step.Target, OutcomeAction.Planned)
        {
            Message = $"Dry run: would update '{update.Existing.Name}' ({update.Existing.Id}).",
            App = update.Existing,
            Link = await LinkAsync(update.Existing, cancel),
            Enforcement = update.Fields.Enforcement ?? update.Existing.Enforcement,
            Category = step.Category,
        },
        _ => await OfAsync(step, cancel),
    };

    /// <summary>A step that went wrong, or was stopped, wherever it was by then.</summary>
    public async Task<Outcome> FailedAsync(
        PlanStep step, StepProgress progress, KappaException problem, CancellationToken cancel)
    {
        if (progress.Written is { } app)
        {
            return await FailedAfterwardsAsync(step, app, (progress, problem), cancel);
        }

        var existing = (step as PlanStep.Update)?.Existing;
        return Failed(step, problem) with
        {
            App = existing,
            Link = existing is null ? null : await LinkAsync(existing, cancel),
        };
    }

    /// <summary>The app's page. A link is a courtesy: a run does not fail for want of one.</summary>
    public async Task<Uri?> LinkAsync(CustomApp app, CancellationToken cancel)
    {
        try
        {
            return await links.AppLinkAsync(app.Id, cancel);
        }
        catch (KappaException problem)
        {
            log.Warn("{0}", problem.Message);
            return null;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The app was written, and something that belongs to it then failed.</summary>
    private async Task<Outcome> FailedAfterwardsAsync(
        PlanStep step,
        CustomApp app,
        (StepProgress Progress, KappaException Problem) end,
        CancellationToken cancel)
    {
        var link = await LinkAsync(app, cancel);
        var create = step as PlanStep.Create;
        var missing = create?.Blueprints.Except(end.Progress.Assigned).ToList() ?? [];
        var deed = create is null ? "updated" : "created";
        var told = new KappaException(
            $"'{app.Name}' was {deed}{At(link)}, but then: {end.Problem.What}{NotIn(missing)}",
            end.Problem.Remedy,
            end.Problem);
        return Failed(step, told) with
        {
            App = app,
            Link = link,
            Enforcement = app.Enforcement,
            Category = step.Category,
            Blueprints = [.. end.Progress.Assigned.Select(assignment => assignment.ToString())],
            LeftChanges = true,
            IsCreation = create is not null,
        };
    }

    /// <summary>What a person has to do about Blueprints; empty when nothing.</summary>
    public static string NotIn(IReadOnlyList<BlueprintAssignment> missing) => missing.Count == 0
        ? ""
        : $" It is not in {string.Join(", ", missing)}; put it there in Kandji, since only a new app is put "
            + "into Blueprints.";

    private static Outcome Failed(PlanStep step, KappaException problem) => new(step.Target, OutcomeAction.Failed)
    {
        Message = problem.Message,
        Problem = problem,
    };

    private static Outcome Skipped(PlanStep.Skip skip) => new(skip.Target, OutcomeAction.Skipped)
    {
        Message = $"Skipped: {skip.Reason.Text(skip.Target)}",
    };

    private static string At(Uri? link) => link is null ? "" : $" ({link})";

    private static string Deed(OutcomeAction action) => action switch
    {
        OutcomeAction.Created => "Created",
        OutcomeAction.Updated => "Updated",
        OutcomeAction.SettingsUpdated => "Updated the settings of",
        _ => throw new UnreachableException($"{action} is no change."),
    };

    private async Task<Outcome> ChangedAsync(
        OutcomeAction action, PlanStep step, CustomApp app, FilledAuditScript? script, CancellationToken cancel)
    {
        var link = await LinkAsync(app, cancel);
        var blueprints = step is PlanStep.Create create ? create.Blueprints : [];
        return new Outcome(step.Target, action)
        {
            Message = $"{Deed(action)} '{app.Name}' with {app.FileName} ({app.Enforcement}){At(link)}.",
            App = app,
            Link = link,
            Enforcement = app.Enforcement,
            Category = step.Category,
            Version = script?.Version,
            Sha256 = app.Sha256,
            IsCreation = action == OutcomeAction.Created,
            Blueprints = [.. blueprints.Select(assignment => assignment.ToString())],
        };
    }

    private async Task<Outcome> KeptAsync(PlanStep.Keep keep, CancellationToken cancel)
    {
        var link = await LinkAsync(keep.Existing, cancel);
        return new Outcome(keep.Target, OutcomeAction.Unchanged)
        {
            Message = $"Unchanged: '{keep.Existing.Name}' already serves this installer{At(link)}.",
            App = keep.Existing,
            Link = link,
            Enforcement = keep.Existing.Enforcement,
            Category = keep.Category,
            Sha256 = keep.Existing.Sha256,
        };
    }

    private async Task<Outcome> RefusedAsync(PlanStep.Refuse refuse, CancellationToken cancel)
    {
        var linked = new List<LinkedApp>();
        foreach (var app in refuse.Duplicates)
        {
            if (await LinkAsync(app, cancel) is { } link)
            {
                linked.Add(new LinkedApp(app, link));
            }
        }

        var pages = linked.Count == 0 ? "" : $" Their pages: {string.Join(", ", linked.Select(one => one.Link))}";
        return Failed(refuse, refuse.Problem) with { Message = refuse.Problem.Message + pages, Duplicates = linked };
    }
}
