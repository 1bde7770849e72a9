namespace Kappa.Commands;

/// <param name="ConfigFile">The configuration named on the command line, or null.</param>
/// <param name="Format">How log lines look.</param>
internal sealed record ProcessOptions(string? ConfigFile, LogFormat Format);
