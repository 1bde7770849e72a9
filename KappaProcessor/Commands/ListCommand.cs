using System.Globalization;
using Kappa.Reporting;
using Kappa.Tenant.Models;

namespace Kappa.Commands;

/// <summary><c>kappa list</c>: the tenant's Custom Apps, by name.</summary>
internal sealed class ListCommand(ProcessHost host)
{
    private static readonly string[] Columns =
        ["name", "enforcement", "self_service_category", "file_name", "file_updated", "id", "sha256"];

    public async Task<ExitCode> RunAsync(
        string? configFile, Func<Table, string> print, CancellationToken cancel)
    {
        using var logs = Logging.Create(1, LogFormat.Plain, host.Error, host.Secrets);
        var (library, categories) = await new LibraryReader(host, logs.GetLogger("kappa"))
            .ReadAsync(configFile, cancel);
        var names = categories.ToDictionary(category => category.Id, category => category.Name);
        var rows = library.Apps
            .OrderBy(app => app.Name, StringComparer.OrdinalIgnoreCase)
            .Select(app => Row(app, names));

        await using var output = new StreamWriter(host.Output, leaveOpen: true);
        await output.WriteAsync(print(new Table(Columns, [.. rows])));
        return ExitCode.Done;
    }

    private static IReadOnlyList<string?> Row(CustomApp app, Dictionary<string, string> categories) =>
    [
        app.Name,
        app.Enforcement.ConfigWord,
        app.SelfServiceCategoryId is { } id ? categories.GetValueOrDefault(id, id) : null,
        app.FileName.Length > 0 ? app.FileName : null,
        app.FileUpdated?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        app.Id.Value,
        app.Sha256,
    ];
}
