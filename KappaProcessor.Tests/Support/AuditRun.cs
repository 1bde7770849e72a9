namespace Kappa.Tests.Support;

/// <summary>What came of one run of an audit script.</summary>
internal sealed record AuditRun
{
    private const int LongestGroup = 4;

    public required int ExitCode { get; init; }

    /// <summary>What the administrator reads in Kandji's console.</summary>
    public required string Report { get; init; }

    public required string Errors { get; init; }

    /// <summary>Every tool called, with its arguments, in order.</summary>
    public required IReadOnlyList<string[]> Calls { get; init; }

    /// <summary>Everything that osascript was given to run.</summary>
    public required string Input { get; init; }

    /// <summary>The file of delays as it is left; empty when there is none.</summary>
    public required string Stored { get; init; }

    public IEnumerable<string[]> CallsOf(string tool) => Calls.Where(call => call[0] == tool);

    /// <summary>All of it, for a person to read and a golden file to hold.</summary>
    public string Describe()
    {
        var stored = Stored.Length > 0 ? $"\n{Stored}" : "";
        return $"{Report}{Errors}exit {ExitCode}\n\n{string.Concat(Folded(ShownCalls()))}{stored}";
    }

    /// <summary>What launchctl and sudo run on somebody's behalf is on their own line already.</summary>
    private List<string> ShownCalls()
    {
        var isRepeated = Calls.Select((call, at) =>
            at > 0 && call.Length < Calls[at - 1].Length && Calls[at - 1].TakeLast(call.Length).SequenceEqual(call));
        return [.. Calls.Zip(isRepeated)
            .Where(pair => !pair.Second)
            .Select(pair => $"{string.Join(' ', pair.First.Select(Shown))}\n")];
    }

    /// <summary>A group of lines that comes again and again is shown once and counted.</summary>
    private static IEnumerable<string> Folded(List<string> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var (length, times) = Enumerable.Range(1, LongestGroup)
                .Select(length => (length, times: Times(lines, at, length)))
                .FirstOrDefault(group => group.times > 2, (length: 1, times: 1));
            foreach (var line in lines.GetRange(at, length))
            {
                yield return line;
            }

            at += length * times;
            if (times > 1)
            {
                yield return $"... the last {length} again, {times} times in all\n";
            }
        }
    }

    /// <summary>How often the lines from there on are repeated, themselves included.</summary>
    private static int Times(List<string> lines, int at, int length)
    {
        var group = lines.Skip(at).Take(length).ToList();
        var times = 1;
        while (lines.Skip(at + times * length).Take(length).SequenceEqual(group) && group.Count == length)
        {
            times++;
        }

        return times;
    }

    private static string Shown(string argument) =>
        argument.Length > 0 && !argument.Any(character => char.IsWhiteSpace(character) || character is '"' or '\'')
            ? argument
            : $"[{argument.ReplaceLineEndings("⏎")}]";
}
