namespace Kappa.Tests.Benchmarks.Figures;

/// <summary>One row of the table.</summary>
/// <param name="What">What was measured, the size of the work included.</param>
/// <param name="Ours">Null when it could not be measured; <see cref="Remark"/> says why.</param>
internal sealed record Figure(string What, Quantity? Ours)
{
    public Reference? Reference { get; init; }

    /// <summary>Null for a figure that is there to be known.</summary>
    public Target? Target { get; init; }

    /// <summary>What one must know to read the row; for a figure that is missing, the reason.</summary>
    public string? Remark { get; init; }

    /// <summary>Null without a target, and where what the target speaks of was not measured.</summary>
    public bool? IsMet => (Ours, Target) switch
    {
        ({ } ours, { } target) when Reference is not null || !target.NeedsReference =>
            target.IsMetBy(ours, Reference?.Taken),
        _ => null,
    };

    /// <summary>Ours by the reference's; null without one.</summary>
    public double? Ratio => Ours is { } ours && Reference is { Taken.Value: > 0 } reference
        ? ours.Value / reference.Taken.Value
        : null;

    public static Figure Skipped(string what, string reason) => new(what, null) { Remark = reason };
}
