namespace Kappa.Tests.Benchmarks.Figures;

/// <summary>
/// The most that a figure may be: so many times what the reference took, and <paramref name="Extra"/>.
/// </summary>
internal sealed record Target(double Factor, Quantity Extra)
{
    /// <summary>The limit itself is too much.</summary>
    public bool IsStrict { get; init; }

    public bool NeedsReference => Factor > 0;

    public static Target AtMost(Quantity limit) => new(0, limit);

    public static Target Below(Quantity limit) => new(0, limit) { IsStrict = true };

    public static Target TimesReference(double factor, Quantity extra = default) => new(factor, extra);

    /// <summary>By the exact values: what is rounded to the limit in the table can still be beyond it.</summary>
    public bool IsMetBy(Quantity ours, Quantity? reference)
    {
        var limit = (Factor * (reference?.Value ?? 0)) + Extra.Value;
        return IsStrict ? ours.Value < limit : ours.Value <= limit;
    }

    /// <summary><c>≤ 1.15 × reference + 250 ms</c>, <c>≤ 60 ms</c>, <c>&lt; 20 MB</c>.</summary>
    public override string ToString()
    {
        var limit = (NeedsReference, Extra.Value > 0) switch
        {
            (false, _) => $"{Extra}",
            (true, true) => $"{Factor:0.00} × reference + {Extra}",
            (true, false) => $"{Factor:0.00} × reference",
        };
        return $"{(IsStrict ? "<" : "≤")} {limit}";
    }
}
