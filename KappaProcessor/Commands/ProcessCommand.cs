using System.Text;
using Claunia.PropertyList;
using Kappa.AutoPkg;
using Kappa.Configuration;
using Kappa.Reporting;

namespace Kappa.Commands;

/// <summary>The AutoPkg step: an environment plist in, result variables out.</summary>
internal sealed class ProcessCommand(ProcessHost host)
{
    public async Task<ExitCode> RunAsync(ProcessOptions options, CancellationToken cancel)
    {
        var request = RunRequestReader.Read(await ReadEnvironmentAsync(cancel));
        using var logs = Logging.Create(request.Verbosity, options.Format, host.Error, host.Secrets);
        var log = logs.GetLogger("kappa");
        var pipeline = new Pipeline(host, log);

        using var limit = new RunLimit(host.Clock, cancel);

        var report = await pipeline.RunAsync(request, options.ConfigFile, limit.Token);

        await WriteAsync(ResultPlist.Of(report));
        if (report.HasFailures)
        {
            log.Error("{0}", FailureText.Of(report, limit.Reason));
        }

        return report.HasFailures && cancel.IsCancellationRequested ? ExitCode.Interrupted : report.ExitCode;
    }

    private async Task<IReadOnlyDictionary<string, UntypedValue>> ReadEnvironmentAsync(CancellationToken cancel)
    {
        using var plist = new MemoryStream();
        await host.Input.CopyToAsync(plist, cancel);
        plist.Position = 0;
        return EnvironmentPlist.Read(plist);
    }

    /// <summary>Not to be interrupted: half a plist is none, and these are the results.</summary>
    private async Task WriteAsync(NSDictionary results)
    {
        var text = Encoding.UTF8.GetBytes(results.ToXmlPropertyList());
        await host.Output.WriteAsync(text, CancellationToken.None);
        await host.Output.FlushAsync(CancellationToken.None);
    }
}
