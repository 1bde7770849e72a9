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

        var report = await pipeline.RunAsync(request, options.ConfigFile, cancel);

        await WriteAsync(ResultPlist.Of(report), cancel);
        if (report.HasFailures)
        {
            log.Error("{0}", FailureText.Of(report));
        }

        return report.ExitCode;
    }

    private async Task<IReadOnlyDictionary<string, UntypedValue>> ReadEnvironmentAsync(CancellationToken cancel)
    {
        using var plist = new MemoryStream();
        await host.Input.CopyToAsync(plist, cancel);
        plist.Position = 0;
        return EnvironmentPlist.Read(plist);
    }

    private async Task WriteAsync(NSDictionary results, CancellationToken cancel)
    {
        var text = Encoding.UTF8.GetBytes(results.ToXmlPropertyList());
        await host.Output.WriteAsync(text, cancel);
        await host.Output.FlushAsync(cancel);
    }
}
