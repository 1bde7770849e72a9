using Kappa.AutoPkg;
using Kappa.Reporting;

namespace Kappa.Commands;

/// <summary><c>kappa map</c>: the names that a map is made of, side by side; rows mean nothing.</summary>
internal sealed class MapCommand(ProcessHost host)
{
    private static readonly string[] Columns = ["recipe", "custom_app", "self_service_category"];

    public async Task<ExitCode> RunAsync(
        IReadOnlyList<string> folders, string? configFile, CancellationToken cancel)
    {
        using var logs = Logging.Create(1, LogFormat.Plain, host.Error, host.Secrets);
        var recipes = (folders.Count > 0 ? folders : UsualFolders()).SelectMany(Recipes).ToList();
        var (library, categories) = await new LibraryReader(host, logs.GetLogger("kappa"))
            .ReadAsync(configFile, cancel);
        var table = SideBySide(
            recipes, library.Apps.Select(app => app.Name), categories.Select(category => category.Name));

        await using var output = new StreamWriter(host.Output, leaveOpen: true);
        await output.WriteAsync(table.ToCsv());
        return ExitCode.Done;
    }

    private static Table SideBySide(params IReadOnlyList<IEnumerable<string>> columns)
    {
        var lists = columns
            .Select(names => names.Distinct().Order(StringComparer.OrdinalIgnoreCase).ToList())
            .ToList();
        var rows = Enumerable.Range(0, lists.Max(list => list.Count))
            .Select(index => (IReadOnlyList<string?>)[.. lists.Select(list => list.ElementAtOrDefault(index))]);
        return new Table(Columns, [.. rows]);
    }

    /// <summary>Those that AutoPkg has its overrides in, where they are there.</summary>
    private IEnumerable<string> UsualFolders() =>
        AutoPkgFolders.Read(host.Variable, host.IsMac).Overrides.Where(Directory.Exists);

    /// <summary>As AutoPkg lists them, without the suffix.</summary>
    private static IEnumerable<string> Recipes(string folder) => Directory.Exists(folder)
        ? RecipeFiles.Below(folder).Select(RecipeFiles.NameOf).OfType<string>()
        : throw new KappaException(
            $"There is no folder {folder}.", "Give --recipes a folder with recipes or overrides.");
}
