namespace Kappa.Tests.Support;

/// <summary>What came of one run of an audit script.</summary>
internal sealed record AuditRun
{
    public required int ExitCode { get; init; }

    /// <summary>What the administrator reads in Kandji's console.</summary>
    public required string Report { get; init; }

    public required string Errors { get; init; }

    /// <summary>Every tool called, with its arguments, in order.</summary>
    public required IReadOnlyList<string[]> Calls { get; init; }

    /// <summary>Everything that osascript was given to run.</summary>
    public required string Input { get; init; }

    public IEnumerable<string[]> CallsOf(string tool) => Calls.Where(call => call[0] == tool);

    /// <summary>All of it, for a person to read and a golden file to hold.</summary>
    public string Describe()
    {
        var calls = Calls.Select(call => $"{string.Join(' ', call.Select(Shown))}\n");
        return $"{Report}{Errors}exit {ExitCode}\n\n{string.Concat(calls)}";
    }

    private static string Shown(string argument) =>
        argument.Length > 0 && !argument.Any(character => char.IsWhiteSpace(character) || character is '"' or '\'')
            ? argument
            : $"[{argument.ReplaceLineEndings("⏎")}]";
}
