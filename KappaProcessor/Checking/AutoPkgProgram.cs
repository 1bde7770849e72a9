namespace Kappa.Checking;

/// <summary>AutoPkg, asked for what it knows. None of these verbs changes or fetches anything.</summary>
internal sealed class AutoPkgProgram(string path)
{
    private const string PathLabel = "Recipe file path:";
    private const string ParentsLabel = "Parent recipe(s):";

    /// <summary>It imports all its processors first, from a slow disk perhaps.</summary>
    private readonly ExternalTool tool = new(path) { TimeLimit = TimeSpan.FromMinutes(1) };

    public string Path => path;

    /// <exception cref="KappaException">It does not run.</exception>
    public async Task<string> ReadVersionAsync(CancellationToken cancel)
    {
        var result = await tool.RunAsync(["version"], cancel);
        return result.Succeeded && Lines(result.Output).LastOrDefault() is { } version
            ? version
            : throw new KappaException(
                $"{path} does not tell its version (exit code {result.ExitCode}). {result.Complaint}".TrimEnd(),
                "Run 'autopkg version' by hand to see why, or install AutoPkg anew.");
    }

    /// <summary>
    /// The recipe's file, then its parents' from the nearest on; empty when there is no such recipe. Quiet, it
    /// does not offer to look on GitHub.
    /// </summary>
    /// <param name="recipe">An identifier, a name, or a path.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="KappaException">It does not run.</exception>
    public async Task<IReadOnlyList<string>> FindRecipeAsync(string recipe, CancellationToken cancel)
    {
        var result = await tool.RunAsync(["info", "--quiet", recipe], cancel);
        if (!result.Succeeded)
        {
            return [];
        }

        var found = new List<string>();
        var isList = false;
        foreach (var line in Lines(result.Output))
        {
            var isLabelled = line.StartsWith(PathLabel, StringComparison.Ordinal)
                || line.StartsWith(ParentsLabel, StringComparison.Ordinal);
            isList = isLabelled || (isList && line.StartsWith('/'));
            if (isList)
            {
                found.Add(isLabelled ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : line);
            }
        }

        return found;
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
