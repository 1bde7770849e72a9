using System.CommandLine;
using Kappa.Configuration;

namespace Kappa.Commands;

/// <summary><c>kappa schedule</c> on the command line.</summary>
internal static class ScheduleVerb
{
    public static Command Define(ProcessHost host)
    {
        var config = new Option<string?>("--config")
        {
            Description = "The configuration file that the runs use; brew_cron.json is beside it.",
            HelpName = "FILE",
        };
        return new Verb(
            "schedule",
            "Uploads Homebrew casks every so many hours, by launchd or a systemd user timer.",
            "kappa schedule add firefox google-chrome --every 4",
            "kappa schedule show",
            "kappa schedule remove firefox")
        {
            Add(host, config),
            Remove(host, config),
            Simple(host, config, "show", ("Tells what is scheduled, and when it runs next.", it => it.ShowAsync)),
            Simple(
                host, config, "uninstall", ("Ends the schedule; the list of casks stays.", it => it.UninstallAsync)),
        };
    }

    private static Verb Add(ProcessHost host, Option<string?> config)
    {
        var casks = Casks(ArgumentArity.ZeroOrMore);
        var every = new Option<int?>("--every")
        {
            Description = $"Hours from one run to the next, 1 to {CaskSchedule.LongestHours}; "
                + $"{CaskSchedule.DefaultHours} if nobody has said otherwise.",
            HelpName = "HOURS",
        };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } hours and (< 1 or > CaskSchedule.LongestHours))
            {
                result.AddError($"--every is {hours}; give whole hours, 1 to {CaskSchedule.LongestHours}.");
            }
        });
        var command = new Verb(
            "add",
            "Adds casks to the schedule and starts it; without casks, puts the list's schedule in place.",
            "kappa schedule add firefox zed --every 4")
        {
            casks, every, config,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            host,
            new ScheduleOptions(parsed.GetValue(config), parsed.GetValue(every)),
            it => it.AddAsync(parsed.GetValue(casks) ?? [], cancel)));
        return command;
    }

    private static Verb Remove(ProcessHost host, Option<string?> config)
    {
        var casks = Casks(ArgumentArity.OneOrMore);
        var command = new Verb(
            "remove", "Takes casks off the schedule; with the last one it ends.", "kappa schedule remove zed")
        {
            casks, config,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            host,
            new ScheduleOptions(parsed.GetValue(config)),
            it => it.RemoveAsync(parsed.GetRequiredValue(casks), cancel)));
        return command;
    }

    private static Verb Simple(
        ProcessHost host,
        Option<string?> config,
        string name,
        (string Text, Func<ScheduleCommand, Func<CancellationToken, Task<ExitCode>>> Act) verb)
    {
        var command = new Verb(name, verb.Text, $"kappa schedule {name}") { config };
        command.SetAction((parsed, cancel) => RunAsync(
            host, new ScheduleOptions(parsed.GetValue(config)), it => verb.Act(it)(cancel)));
        return command;
    }

    private static Argument<string[]> Casks(ArgumentArity arity) => new("CASK")
    {
        Description = "Names of Homebrew casks, google-chrome for example.",
        Arity = arity,
    };

    private static Task<int> RunAsync(
        ProcessHost host, ScheduleOptions options, Func<ScheduleCommand, Task<ExitCode>> act) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => act(new ScheduleCommand(host, options)));
}
