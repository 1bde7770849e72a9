namespace Kappa.Planning;

/// <summary>An audit script ready to be sent, and what it will do.</summary>
internal sealed record FilledAuditScript
{
    public required string Text { get; init; }

    /// <summary>Macs below this version must update.</summary>
    public required string Version { get; init; }

    /// <summary>When the clock of this version started, to the second.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required int DelayDays { get; init; }

    /// <summary>From now on the version is enforced.</summary>
    public DateTimeOffset Deadline => StartedAt.AddDays(DelayDays);

    /// <summary>What changes for the Macs, and why the deadline is where it is.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}
