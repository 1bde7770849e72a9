using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Installers.Images;
using Kappa.Planning;
using Kappa.Publishing;
using Kappa.Reporting;
using NLog;

namespace Kappa;

/// <summary>The program: from what a recipe asks for to what became of it. Every step is elsewhere.</summary>
internal sealed class Pipeline(ProcessHost host, ILogger log)
{
    /// <exception cref="KappaException">Nothing was done, and why. A variant that fails is an outcome
    /// instead.</exception>
    public async Task<RunReport> RunAsync(RunRequest request, string? configFile, CancellationToken cancel)
    {
        var surroundings = new Surroundings(host.Variable, host.ExecutableFolder, host.IsMac)
        {
            ConfigOption = configFile,
        };
        var settings = SettingsReader.Read(request, surroundings);
        log.Say(settings.Notes);
        if (InstallerChoice.Find(request) is not { } path)
        {
            return NothingNew(settings);
        }

        using var run = await Composition.ConnectAsync(settings, host, log, cancel);
        using var locks = new AppLocks(host, log);
        try
        {
            await locks.TakeAsync(settings, cancel);
            return await RunAsync(settings, path, run, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new RunReport([.. settings.Targets.Select(Interruptions.BeforeAnything)]);
        }
        catch (KappaException problem) when (run.Slack is { } slack)
        {
            await slack.PostAsync([SlackMessage.Failed($"{request.Name}: nothing was done", problem.Message)], cancel);
            throw;
        }
        finally
        {
            log.Debug("{0} requests to {1}.", run.Calls, settings.Address);
        }
    }

    private async Task<RunReport> RunAsync(Settings settings, string path, Composition run, CancellationToken cancel)
    {
        var identified = InstallerInspector.Identify(path, cancel);
        var installer = identified.File;
        var identity = IdentityResolver.Resolve(identified.Metadata, settings.Claims);
        var facts = await run.Facts.ReadAsync(settings, installer, cancel);
        var plan = Planner.Plan(facts);
        log.Say(plan.Notes);
        if (plan is { NeedsUpload: true, NeedsApplication: false })
        {
            log.Say(identity.Notes);
        }

        if (settings.DryRun)
        {
            log.Info("{0}", PlanText.Describe(plan, facts).TrimEnd());
        }

        var job = new PublishingJob(plan, installer)
        {
            ReadApplication = stop => ReadApplicationAsync(settings, identified, stop),
            Version = identity.Version,
            LibrarySize = facts.LibrarySize,
        };
        var outcomes = settings.DryRun
            ? await run.DryRun.ExecuteAsync(job, cancel)
            : await run.Publisher.ExecuteAsync(job, cancel);
        if (run.Slack is { } slack)
        {
            var messages = outcomes.Select(one => SlackMessage.Of(one, installer.Name)).OfType<SlackMessage>();
            await slack.PostAsync(messages, cancel);
        }

        return new RunReport(outcomes);
    }

    private async Task<ApplicationIdentity> ReadApplicationAsync(
        Settings settings, IdentifiedInstaller installer, CancellationToken cancel)
    {
        var reader = new ApplicationReader(DiskImageTools.ForThisMachine(host.IsMac, host.Variable));
        var metadata = await reader.ReadAsync(installer, cancel);
        var identity = IdentityResolver.Resolve(metadata, settings.Claims);
        log.Say(identity.Notes);
        return identity;
    }

    private RunReport NothingNew(Settings settings)
    {
        log.Info("Nothing new was downloaded, so there is nothing to do.");
        return new RunReport(
            [.. settings.Targets.Select(target => new Outcome(target, OutcomeAction.Unchanged)
            {
                Message = $"Nothing new was downloaded for '{target.Name}'.",
            })]);
    }
}
