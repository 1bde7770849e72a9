namespace Kappa.Scheduling;

/// <summary>Finds what runs programs at intervals on this machine.</summary>
internal static class Schedulers
{
    /// <summary>What the older tools called their agents.</summary>
    private static readonly string[] OlderLabels = ["io.kandji.kpkg.brewcron", "com.iru.irupkg.brewcron"];

    /// <exception cref="KappaException">There is nothing Kappa knows, or no home.</exception>
    public static async Task<IScheduler> ForThisMachineAsync(ProcessHost host, CancellationToken cancel)
    {
        var home = Home(host);
        if (host.IsMac)
        {
            return new LaunchAgent(Tool(host, "launchctl"), await UserAsync(host, cancel), Agents(home));
        }

        var config = host.Variable("XDG_CONFIG_HOME") is { } xdg && Path.IsPathFullyQualified(xdg)
            ? xdg
            : Path.Combine(home, ".config");
        return new SystemdTimer(Tool(host, "systemctl"), Path.Combine(config, "systemd", "user"));
    }

    /// <summary>Agents of older tools that would do the same work a second time.</summary>
    public static IEnumerable<Note> OlderAgents(ProcessHost host) => host.IsMac
        ? OlderLabels
            .Select(label => Path.Combine(Agents(Home(host)), $"{label}.plist"))
            .Where(File.Exists)
            .Select(path => Note.Warning(
                $"{path} of an older tool uploads casks too. Unload and delete it: launchctl bootout gui/$(id -u) "
                    + $"{path}"))
        : [];

    /// <summary>Where the job's output goes: <c>~/Library/Logs/Kappa</c>, elsewhere the XDG state folder.</summary>
    public static string LogFile(ProcessHost host)
    {
        var state = host.Variable("XDG_STATE_HOME") is { } xdg && Path.IsPathFullyQualified(xdg)
            ? Path.Combine(xdg, "kappa")
            : Path.Combine(Home(host), ".local", "state", "kappa");
        return Path.Combine(host.IsMac ? Path.Combine(Home(host), "Library", "Logs", "Kappa") : state, "casks.log");
    }

    private static string Agents(string home) => Path.Combine(home, "Library", "LaunchAgents");

    private static string Home(ProcessHost host) =>
        host.Variable("HOME") is { } home && Path.IsPathFullyQualified(home)
            ? home
            : throw new KappaException("HOME is not set, so there is no place for a schedule.", "Set HOME.");

    private static ExternalTool Tool(ProcessHost host, string name) =>
        ProgramSearch.Find(host.Variable("PATH"), name) is { } path
            ? new ExternalTool(path) { Clock = host.Clock }
            : throw new KappaException(
                $"There is no {name} on PATH, which Kappa would schedule runs with.",
                "Let this machine's own scheduler (cron for example) run \"kappa upload --scheduled\".");

    /// <summary>root has no session in which an agent could run.</summary>
    private static async Task<string> UserAsync(ProcessHost host, CancellationToken cancel)
    {
        var result = await Tool(host, "id").RunAsync(["-u"], cancel);
        return result.Output.Trim() is [not '0', ..] user && user.All(char.IsAsciiDigit)
            ? user
            : throw new KappaException(
                "root has no session of its own for an agent.", "Run this as the user who is logged in.");
    }
}
