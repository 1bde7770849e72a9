namespace Kappa.Scheduling;

/// <summary>What starts programs at intervals on this machine, for this user.</summary>
internal interface IScheduler
{
    /// <summary>The file that says when.</summary>
    string UnitPath { get; }

    /// <summary>Afterwards the job runs as it says, whatever was there before.</summary>
    /// <returns>False when it did already.</returns>
    /// <exception cref="KappaException">The system will not have it.</exception>
    Task<bool> InstallAsync(ScheduledJob job, CancellationToken cancel);

    /// <summary>Afterwards nothing runs.</summary>
    /// <returns>False when nothing did.</returns>
    Task<bool> RemoveAsync(CancellationToken cancel);

    Task<bool> IsActiveAsync(CancellationToken cancel);
}
