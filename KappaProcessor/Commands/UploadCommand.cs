using System.Text;
using Kappa.Installers;
using Kappa.Installers.Casks;
using Kappa.Installers.Images;
using Kappa.Reporting;
using NLog;

namespace Kappa.Commands;

/// <summary><c>kappa upload</c>: the work of the AutoPkg step, for files and Homebrew casks.</summary>
internal sealed class UploadCommand(ProcessHost host, ICaskSource casks)
{
    /// <summary>As AutoPkg's count of <c>-v</c>.</summary>
    public static int Verbosity(UploadOptions options) => options.Debug ? 3 : 1;

    public async Task<ExitCode> RunAsync(UploadOptions options, CancellationToken cancel)
    {
        using var person = PersonLog.Open(host, Verbosity(options));
        var sources = options.Files.Select(path => new UploadSource(path, null))
            .Concat(options.Casks.Select(token => new UploadSource(null, token)))
            .ToList();
        var results = new List<UploadResult>();
        foreach (var source in sources)
        {
            results.Add(await TryAsync(source, options, person, cancel));
            if (cancel.IsCancellationRequested)
            {
                break;
            }
        }

        var left = sources.Count - results.Count;
        if (left > 0)
        {
            person.Log.Error("Interrupted; not looked at: {0}.", string.Join(", ", sources.TakeLast(left)));
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

    /// <summary>Whatever goes wrong with one is its result.</summary>
    private async Task<UploadResult> TryAsync(
        UploadSource source, UploadOptions options, PersonLog person, CancellationToken cancel)
    {
        using var limit = new RunLimit(host.Clock, cancel);
        try
        {
            var report = await UploadAsync(source, options, person, limit.Token);
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
        UploadSource source, UploadOptions options, PersonLog person, CancellationToken cancel)
    {
        var cask = source.Cask is { } token ? await casks.FetchAsync(token, person.Progress, cancel) : null;
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
            UploadRequest.Of(options, installer, name), options.ConfigFile, cancel);
    }
}
