namespace Kappa.Configuration;

/// <summary>What is wrong with a text and what to do about it, as in <see cref="SettingProblem"/>.</summary>
internal sealed record Objection(string Fault, string Remedy);
