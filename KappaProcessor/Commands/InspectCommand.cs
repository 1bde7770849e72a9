using Kappa.Installers;
using Kappa.Installers.Images;
using Kappa.Publishing;
using Kappa.Reporting;

namespace Kappa.Commands;

/// <summary><c>kappa inspect</c>: what installers hold, without a tenant.</summary>
internal sealed class InspectCommand(ProcessHost host)
{
    private readonly ApplicationReader reader = new(DiskImageTools.ForThisMachine(host.IsMac, host.Variable));

    public async Task<ExitCode> RunAsync(
        IReadOnlyList<string> paths, InspectOptions options, CancellationToken cancel)
    {
        using var logs = Logging.Create(0, LogFormat.Plain, host.Error, host.Secrets);
        var log = logs.GetLogger("kappa");
        await using var output = new StreamWriter(host.Output, leaveOpen: true) { AutoFlush = true };
        var inspections = new List<Inspection>();
        foreach (var path in paths.SelectMany(InstallerSearch.Find))
        {
            var inspection = await InspectAsync(path, options.Fast, cancel);
            inspections.Add(inspection);
            if (inspection.Problem is { } problem)
            {
                log.Error("{0}", problem.Message);
            }
            else
            {
                await output.WriteAsync(AtOnce(inspection, inspections.Count, options));
            }
        }

        await output.WriteAsync(AtTheEnd(inspections, options));
        return inspections.Any(one => one.Problem is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static string AtOnce(Inspection inspection, int number, InspectOptions options) => options switch
    {
        { Json: false, Csv: false } => (number > 1 ? "\n" : "") + InspectionText.Of(inspection),
        _ => "",
    };

    private static string AtTheEnd(List<Inspection> inspections, InspectOptions options) => options switch
    {
        { Json: true } => InspectionJson.Of(inspections),
        { Csv: true } => InspectionCsv.Of(inspections),
        _ => "",
    };

    private async Task<Inspection> InspectAsync(string path, bool fast, CancellationToken cancel)
    {
        var inspection = new Inspection(path);
        try
        {
            var installer = InstallerInspector.Identify(path, cancel);
            inspection = inspection with { File = installer.File, Metadata = installer.Metadata };
            return fast ? inspection : await CompleteAsync(inspection, installer, cancel);
        }
        catch (KappaException problem)
        {
            return inspection with { Problem = problem };
        }
    }

    private async Task<Inspection> CompleteAsync(
        Inspection inspection, IdentifiedInstaller installer, CancellationToken cancel)
    {
        var sha256 = InstallerBytes.Sha256Async(installer.File, cancel);
        var application = reader.ReadAsync(installer, cancel);
        await Task.WhenAll(sha256, application);
        return inspection with
        {
            Metadata = (await application).RequireContent(installer.File),
            Sha256 = await sha256,
        };
    }
}
