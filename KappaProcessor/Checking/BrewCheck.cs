using Kappa.Configuration;
using Kappa.Installers.Casks;

namespace Kappa.Checking;

/// <summary>Homebrew, for the casks of a schedule.</summary>
/// <param name="Schedule">Null when there is none.</param>
/// <param name="Brew">Its path; null when it is not here.</param>
internal sealed record BrewCheck(CaskSchedule? Schedule, string? Brew) : ICheck
{
    private const string Name = "Homebrew";

    /// <summary>The schedule cannot be read.</summary>
    public KappaException? Fault { get; init; }

    /// <summary>Why nobody knows whether there is a schedule.</summary>
    public string? Obstacle { get; init; }

    public static BrewCheck Of(Surroundings surroundings)
    {
        var brew = ProgramSearch.Find($"{surroundings.Variable("PATH")}:{CaskSources.BrewFolders}", "brew");
        try
        {
            return new BrewCheck(new CaskScheduleFile(surroundings).Read(), brew);
        }
        catch (KappaException fault)
        {
            return new BrewCheck(null, brew) { Fault = fault };
        }
    }

    public IEnumerable<Finding> Judge() => this switch
    {
        { Fault: { } fault } => [Finding.Failed(Name, fault)],
        { Obstacle: { } obstacle } => [Finding.Skipped(Name, obstacle)],
        { Schedule: null or { Casks.Count: 0 } } => [Finding.Skipped(Name, "no casks are scheduled")],
        { Brew: { } brew } => [Finding.Ok(Name, $"{brew}, for {Casks}")],
        _ => [Finding.Warning(
            Name,
            $"{Schedule.Path} schedules {Casks}, and brew is not here; they are looked up on the web instead.",
            "Install Homebrew (https://brew.sh) to fetch them as it does, or leave it so.")],
    };

    private string Casks => Counted.Of(Schedule!.Casks.Count, "cask", "casks");
}
