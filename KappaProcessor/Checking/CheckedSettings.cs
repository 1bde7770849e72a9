using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>
/// The settings of one recipe, of one entry of a map, or of the configuration alone: as a run would get them.
/// </summary>
/// <param name="Place">What messages call their source.</param>
/// <param name="Problems">What is wrong with them, the tenant's address aside.</param>
internal sealed record CheckedSettings(string Place, IReadOnlyList<SettingProblem> Problems)
{
    /// <summary>Null when there are problems, or there is no address.</summary>
    public Settings? Settings { get; init; }

    /// <summary>The names of the apps are known: somebody gave them, or the recipe's NAME.</summary>
    public bool KnowsNames { get; init; }

    public IReadOnlyList<Note> Warnings { get; init; } = [];

    /// <param name="sources">What was read.</param>
    /// <param name="problems">What was wrong there; more is added.</param>
    public static CheckedSettings Of(SettingsSources sources, SettingsProblems problems)
    {
        var isRecipe = sources.Request.RecipeFile is not null;
        var place = isRecipe ? sources.Request.Place
            : sources.Map.Entry?.Place ?? (sources.Config.Exists ? sources.Config.Place : EnvironmentOverrides.Place);
        var scripts = new ScriptFiles(problems).Load(sources.Request, sources.Map.Entry, sources.Config);
        _ = TargetResolver.Resolve(sources, problems);
        var hasAddress = AddressResolver.Resolve(sources, new SettingsProblems()) is not null;
        var settings = hasAddress && problems.All.Count == 0
            ? SettingsResolver.Resolve(sources with { Scripts = scripts }, new SettingsProblems())
            : null;
        return new CheckedSettings(place, [.. problems.All.Select(problem => At(place, problem, sources))])
        {
            Settings = settings,
            KnowsNames = isRecipe || sources.Stated.NamesApps,
            Warnings = [.. (settings?.Notes ?? sources.Map.Notes).Where(note => note.Level == NoteLevel.Warning)],
        };
    }

    /// <summary>An entry of a map is nobody's request.</summary>
    private static SettingProblem At(string place, SettingProblem problem, SettingsSources sources) =>
        problem.Place == sources.Request.Place ? problem with { Place = place } : problem;
}
