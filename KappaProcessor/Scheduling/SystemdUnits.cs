namespace Kappa.Scheduling;

/// <summary>The text of systemd's units (systemd.service(5), systemd.timer(5)).</summary>
internal static class SystemdUnits
{
    private const string Description = "Kappa: Homebrew casks to Kandji";

    public static string Service(ScheduledJob job)
    {
        var command = job.Arguments.Prepend(job.Executable).Select(word => Quoted(word, isCommand: true));
        var variables = job.Variables.Select(
            pair => $"Environment={Quoted($"{pair.Key}={pair.Value}", isCommand: false)}\n");
        var log = job.LogFile.Replace("%", "%%", StringComparison.Ordinal);
        return $"""
            [Unit]
            Description={Description}

            [Service]
            Type=oneshot
            ExecStart={string.Join(' ', command)}
            {string.Concat(variables)}StandardOutput=append:{log}
            StandardError=append:{log}
            Nice=10

            """;
    }

    /// <summary>A first run a minute after it is started, with the user's session for example.</summary>
    public static string Timer(ScheduledJob job) =>
        $"""
        [Unit]
        Description={Description}

        [Timer]
        OnActiveSec=1min
        OnUnitActiveSec={job.Every.TotalHours:0}h

        [Install]
        WantedBy=timers.target

        """;

    /// <summary>
    /// One word whatever is in it: <c>%</c> is a specifier everywhere, <c>$</c> a variable in commands.
    /// </summary>
    private static string Quoted(string word, bool isCommand)
    {
        var text = word
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("%", "%%", StringComparison.Ordinal);
        return $"\"{(isCommand ? text.Replace("$", "$$", StringComparison.Ordinal) : text)}\"";
    }
}
