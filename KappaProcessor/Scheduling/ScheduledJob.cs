namespace Kappa.Scheduling;

/// <summary>What runs at intervals. Everybody who may read the user's files can read it: no secrets.</summary>
internal sealed record ScheduledJob
{
    /// <summary>A full path.</summary>
    public required string Executable { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Whole hours.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>A full path; what the job prints is added to it.</summary>
    public required string LogFile { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
