using System.Text;
using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Installers.Casks;
using Kappa.Installers.Images;
using Kappa.Reporting;
using NLog;

namespace Kappa.Commands;

/// <summary><c>kappa upload</c>: the work of the AutoPkg step, for files and Homebrew casks.</summary>
internal sealed class UploadCommand(ProcessHost host)
{
    /// <summary>As AutoPkg's count of <c>-v</c>.</summary>
    public static int Verbosity(UploadOptions options) => options.Debug ? 3 : 1;

    public async Task<ExitCode> RunAsync(UploadOptions options, CancellationToken cancel)
    {
        using var person = PersonLog.Open(host, Verbosity(options));
        var items = options.Scheduled ? Scheduled(options, person.Log) : Named(options);
        var results = new List<UploadResult>();
        foreach (var item in items)
        {
            results.Add(await TryAsync(item, options, person, cancel));
            if (cancel.IsCancellationRequested)
            {
                break;
            }
        }

        var left = items.Count - results.Count;
        if (left > 0)
        {
            person.Log.Error("Interrupted; not looked at: {0}.", string.Join(", ", items.TakeLast(left).Select(item => item.Source)));
        }

        if (options.Json)
        {
            // Not to be interrupted: half an array is none, and these are the results.
            await host.Output.WriteAsync(
                Encoding.UTF8.GetBytes(host.Secrets.Scrub(UploadJson.Of(results))), CancellationToken.None);
            await host.Output.FlushAsync(CancellationToken.None);
        }

        var hasFailed = left > 0 || results.Any(result => result.HasFailed);
        return !hasFailed ? ExitCode.Done
            : cancel.IsCancellationRequested ? ExitCode.Interrupted
            : ExitCode.Failed;
    }

    private static List<UploadItem> Named(UploadOptions options)
    {
        var stated = UploadRequest.Stated(options);
        return
        [
            .. options.Files.Select(path => new UploadItem(new UploadSource(path, null), stated)),
            .. options.Casks.Select(token => new UploadItem(new UploadSource(null, token), stated)),
        ];
    }

    private List<UploadItem> Scheduled(UploadOptions options, ILogger log)
    {
        var schedule = ScheduledCasks.Read(host.Surroundings(options.ConfigFile, hasRecipe: false));
        log.Say([.. schedule.Notes, .. schedule.Casks.SelectMany(cask => cask.Notes)]);
        return
        [
            .. schedule.Casks.Select(
                cask => new UploadItem(new UploadSource(null, cask.Token.Text), cask.Stated)),
        ];
    }

    /// <summary>Whatever goes wrong with one is its result.</summary>
    private async Task<UploadResult> TryAsync(
        UploadItem item, UploadOptions options, PersonLog person, CancellationToken cancel)
    {
        var source = item.Source;
        using var limit = new RunLimit(host.Clock, cancel);
        try
        {
            var report = await UploadAsync(item, options, person, limit.Token);
            if (report.HasFailures)
            {
                person.Log.Error("{0}: {1}", source, FailureText.Of(report, limit.Reason));
            }

            return new UploadResult(source, report.Outcomes);
        }
        catch (KappaException problem)
        {
            return Failed(source, problem.Message, person.Log);
        }
        catch (OperationCanceledException) when (limit.Reason is { } reason)
        {
            return Failed(source, $"{reason} Nothing was sent.", person.Log);
        }
    }

    private static UploadResult Failed(UploadSource source, string problem, ILogger log)
    {
        log.Error("{0}: {1}", source, problem);
        return new UploadResult(source, []) { Problem = problem };
    }

    private async Task<RunReport> UploadAsync(
        UploadItem item, UploadOptions options, PersonLog person, CancellationToken cancel)
    {
        var source = item.Source;
        var cask = source.Cask is { } token ? await FetchAsync(token, person, cancel) : null;
        var path = cask?.Path ?? source.File!;
        var images = DiskImageTools.ForThisMachine(host.IsMac, host.Variable);
        await using var installer = await ReadyInstaller.PrepareAsync(path, images, cancel);
        person.Log.Info("{0}: {1}.", source, installer.Metadata.Describe());
        person.Log.Say(installer.Notes);

        var name = cask is null
            ? InstallerName.Of(installer.Metadata, path)
            : InstallerName.WithoutVersion(cask.Name);
        var pipeline = new Pipeline(person.Host, person.Log) { Known = installer.Content };
        return await pipeline.RunAsync(
            UploadRequest.Of(options, item.Stated, installer, name), options.ConfigFile, cancel);
    }

    private async Task<FetchedCask> FetchAsync(string token, PersonLog person, CancellationToken cancel)
    {
        var casks = CaskSources.ForThisMachine(host, CaskProcessor.Arm, person.Log);
        using var connections = casks as IDisposable;
        return await casks.FetchAsync(token, person.Progress, cancel);
    }

    /// <param name="Source">The file or cask.</param>
    /// <param name="Stated">What is said of it.</param>
    private sealed record UploadItem(UploadSource Source, StatedSettings Stated);
}
