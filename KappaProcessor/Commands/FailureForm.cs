namespace Kappa.Commands;

/// <summary>How a verb that fails tells so.</summary>
/// <param name="ExitCode">The process's.</param>
/// <param name="Format">Of its last line on stderr.</param>
internal sealed record FailureForm(ExitCode ExitCode, LogFormat Format);
