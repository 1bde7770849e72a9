namespace Kappa.Configuration;

/// <summary>What a scheduled run uploads: <c>kappa upload --scheduled</c>.</summary>
internal static class ScheduledCasks
{
    /// <summary>At least one cask, each with its own settings.</summary>
    /// <exception cref="KappaException">There is no list, it has mistakes, or it is empty.</exception>
    public static CaskSchedule Read(Surroundings surroundings)
    {
        var schedule = new CaskScheduleFile(surroundings).Read() ?? throw new KappaException(
            $"There is no {CaskSchedule.FileName}, so nothing is scheduled.", "Make one: kappa schedule add CASK.");
        return schedule.Casks.Count > 0 ? schedule : throw new KappaException(
            $"{schedule.Path} names no casks.", "Add one: kappa schedule add CASK.");
    }
}
