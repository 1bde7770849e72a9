using System.Globalization;
using Kappa.Configuration;
using Kappa.Installers.Casks;
using Kappa.Scheduling;

namespace Kappa.Commands;

/// <summary><c>kappa schedule</c>: casks every so many hours.</summary>
internal sealed class ScheduleCommand(ProcessHost host, ScheduleOptions options)
{
    /// <summary>What the system itself needs, behind where Homebrew may be.</summary>
    private const string SystemFolders = "/usr/bin:/bin:/usr/sbin:/sbin";

    private readonly Surroundings surroundings = new(host.Variable, host.ExecutableFolder, host.IsMac)
    {
        ConfigOption = options.ConfigFile,
    };

    private CaskScheduleFile List => new(surroundings);

    /// <summary>Without names the schedule in the file is put in place once more.</summary>
    public async Task<ExitCode> AddAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var added = names.Select(CaskToken.Parse).ToList();
        var before = List.Read();
        var casks = (before?.Casks.Select(cask => cask.Token) ?? []).Concat(added).Distinct().ToList();
        if (casks.Count == 0)
        {
            throw new KappaException("There are no casks to schedule.", "Name some: kappa schedule add CASK…");
        }

        var schedule = List.Write(casks, options.EveryHours ?? before?.EveryHours ?? CaskSchedule.DefaultHours);
        return await InstallAsync(schedule, cancel);
    }

    /// <summary>With the last cask the schedule goes.</summary>
    public async Task<ExitCode> RemoveAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var removed = names.Select(CaskToken.Parse).ToList();
        var before = ScheduledCasks.Read(surroundings);
        var there = before.Casks.Select(cask => cask.Token).ToList();
        if (removed.FirstOrDefault(cask => !there.Contains(cask)) is { } unknown)
        {
            throw new KappaException(
                $"{before.Path} has no cask {unknown}.", $"It has {string.Join(", ", there)}.");
        }

        var schedule = List.Write(there.Except(removed), before.EveryHours);
        return schedule.Casks.Count > 0 ? await InstallAsync(schedule, cancel) : await UninstallAsync(cancel);
    }

    public async Task<ExitCode> ShowAsync(CancellationToken cancel)
    {
        if (List.Read() is not { } schedule)
        {
            await WriteAsync($"Nothing is scheduled; there is no {CaskSchedule.FileName}.");
            return ExitCode.Done;
        }

        var scheduler = await Schedulers.ForThisMachineAsync(host, cancel);
        Say([.. schedule.Notes, .. schedule.Casks.SelectMany(cask => cask.Notes), .. Schedulers.OlderAgents(host)]);
        await TellAsync(schedule, scheduler, await scheduler.IsActiveAsync(cancel));
        return ExitCode.Done;
    }

    /// <summary>The list of casks stays.</summary>
    public async Task<ExitCode> UninstallAsync(CancellationToken cancel)
    {
        var scheduler = await Schedulers.ForThisMachineAsync(host, cancel);
        var wasThere = await scheduler.RemoveAsync(cancel);
        await WriteAsync(wasThere
            ? $"Removed {scheduler.UnitPath}; nothing is scheduled any more."
            : "Nothing was scheduled.");
        return ExitCode.Done;
    }

    private async Task<ExitCode> InstallAsync(CaskSchedule schedule, CancellationToken cancel)
    {
        var scheduler = await Schedulers.ForThisMachineAsync(host, cancel);
        Say(Schedulers.OlderAgents(host));
        var job = Job(schedule);
        Directory.CreateDirectory(Path.GetDirectoryName(job.LogFile)!);
        await scheduler.InstallAsync(job, cancel);
        await TellAsync(schedule, scheduler, isActive: true);
        return ExitCode.Done;
    }

    private ScheduledJob Job(CaskSchedule schedule)
    {
        var executable = Path.Combine(Path.GetFullPath(host.ExecutableFolder), "kappa");
        if (!File.Exists(executable))
        {
            throw new KappaException(
                $"There is no {executable} to schedule.", "Install Kappa as the README says, and run that.");
        }

        var brew = Path.GetDirectoryName(ProgramSearch.Find(host.Variable("PATH"), "brew"));
        var folders = new[] { brew }.OfType<string>()
            .Concat(CaskSources.BrewFolders.Split(':')).Concat(SystemFolders.Split(':')).Distinct();
        var variables = new Dictionary<string, string> { ["PATH"] = string.Join(':', folders) };
        if ((surroundings.ConfigOption ?? surroundings.Variable(EnvironmentKeys.Config.Name)) is { } config)
        {
            variables[EnvironmentKeys.Config.Name] = Path.GetFullPath(config);
        }

        return new ScheduledJob
        {
            Executable = executable,
            Arguments = ["upload", "--scheduled"],
            Every = TimeSpan.FromHours(schedule.EveryHours),
            LogFile = Schedulers.LogFile(host),
            Variables = variables,
        };
    }

    private Task TellAsync(CaskSchedule schedule, IScheduler scheduler, bool isActive)
    {
        var log = Schedulers.LogFile(host);
        DateTime? last = File.Exists(log) ? File.GetLastWriteTimeUtc(log) : null;
        var next = last + TimeSpan.FromHours(schedule.EveryHours);
        return WriteAsync(
            $"""
            Casks     {string.Join(", ", schedule.Casks.Select(cask => cask.Token))}
            Every     {(schedule.EveryHours == 1 ? "hour" : $"{schedule.EveryHours} hours")}
            List      {schedule.Path}
            Schedule  {scheduler.UnitPath}{(isActive ? "" : " (not loaded)")}
            Log       {log}
            Last run  {(last is null ? "none yet" : Moment(last.Value))}
            Next run  {(isActive ? Next(next) : "none: kappa schedule add puts the schedule in place")}
            """);
    }

    private string Next(DateTime? next) => next is { } moment && moment > host.Clock.GetUtcNow().UtcDateTime
        ? $"about {Moment(moment)}"
        : "within minutes";

    private static string Moment(DateTime moment) =>
        moment.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private void Say(IEnumerable<Note> notes)
    {
        using var logs = Logging.Create((int)NoteLevel.Decision, LogFormat.Plain, host.Error, host.Secrets);
        logs.GetLogger("kappa").Say(notes);
    }

    private async Task WriteAsync(string text)
    {
        await using var output = new StreamWriter(host.Output, leaveOpen: true);
        await output.WriteLineAsync(text);
    }
}
