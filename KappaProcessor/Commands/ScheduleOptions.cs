namespace Kappa.Commands;

/// <param name="ConfigFile">The configuration named on the command line, or null.</param>
/// <param name="EveryHours">Null keeps what the file says.</param>
internal sealed record ScheduleOptions(string? ConfigFile, int? EveryHours = null);
