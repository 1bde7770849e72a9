namespace Kappa.Planning;

/// <summary>One line of a plan's text; without a value it is left out.</summary>
internal sealed record PlanLine(string Label, string? Value);
