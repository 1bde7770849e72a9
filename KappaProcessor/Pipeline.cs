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
    /// <summary>What the installer holds, where that was read already; null to read it when needed.</summary>
    public InstallerMetadata? Known { get; init; }

    /// <exception cref="KappaException">Nothing was done, and why. A variant that fails is an outcome
    /// instead.</exception>
    public async Task<RunReport> RunAsync(RunRequest request, string? configFile, CancellationToken cancel)
    {
        var hasRecipe = request.RecipeName is not null;
        var settings = SettingsReader.Read(request, host.Surroundings(configFile, hasRecipe));
        log.Say(settings.Notes);
        if (InstallerChoice.Find(request) is not { } path)
        {
            return NothingNew(settings);
        }

        if (!hasRecipe)
        {
            SuperuserKeychain.Check(settings, host);
        }

        using var run = await Composition.ConnectAsync(settings, host, log, cancel);
        using var locks = new AppLocks(host, log);
        try
        {
            await locks.TakeAsync(settings, cancel);
            return await RunAsync(settings, Identify(path, request, cancel), run, cancel);
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

    private IdentifiedInstaller Identify(string path, RunRequest request, CancellationToken cancel)
    {
        var installer = InstallerInspector.Identify(path, cancel);
        var file = installer.File with { Name = request.PackageName ?? installer.File.Name };
        return new IdentifiedInstaller(file, Known ?? installer.Metadata);
    }

    private async Task<RunReport> RunAsync(
        Settings settings, IdentifiedInstaller identified, Composition run, CancellationToken cancel)
    {
        var installer = identified.File;
        var identity = Identity(identified.Metadata, settings);
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
        var identity = Identity(Known ?? await reader.ReadAsync(installer, cancel), settings);
        log.Say(identity.Notes);
        return identity;
    }

    private static ApplicationIdentity Identity(InstallerMetadata metadata, Settings settings) =>
        IdentityResolver.Resolve(
            settings.MappedId is { } id ? metadata.Preferring(new HashSet<string> { id }) : metadata,
            settings.Claims);

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
