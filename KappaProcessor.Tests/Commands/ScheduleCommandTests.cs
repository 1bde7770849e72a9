using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Commands;

/// <summary>With stand-ins for launchctl and systemctl.</summary>
internal sealed class ScheduleCommandTests
{
    [Test]
    public async Task On_a_Mac_an_agent_is_written_and_loaded()
    {
        using var schedule = new ScheduleRun(isMac: true).Refuses("print", "Could not find service");

        var run = await schedule.RunAsync("add", "Zed", "firefox", "--every", "2");

        Golden.Matches(schedule.Read(schedule.Agent), "schedule/agent");
        Assert.That(schedule.TakeCalls(), Is.EqualTo(new[]
        {
            "launchctl print gui/501/io.kandji.kappa.casks",
            "launchctl bootstrap gui/501 HOME/Library/LaunchAgents/io.kandji.kappa.casks.plist",
        }));
        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Elsewhere_a_service_and_a_timer_are_written_and_started()
    {
        using var schedule = new ScheduleRun(isMac: false).Refuses("is-active", "");

        await schedule.RunAsync("add", "firefox", "--every", "2");

        Golden.Matches(schedule.Read(schedule.Service) + "\n" + schedule.Read(schedule.Timer), "schedule/units");
        Assert.That(schedule.TakeCalls(), Is.EqualTo(new[]
        {
            "systemctl --user daemon-reload",
            "systemctl --user enable kappa-casks.timer",
            "systemctl --user restart kappa-casks.timer",
        }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Adding_what_is_there_changes_nothing(bool isMac)
    {
        using var schedule = new ScheduleRun(isMac);
        await schedule.RunAsync("add", "firefox");
        var list = schedule.Read(schedule.List);
        schedule.TakeCalls();

        await schedule.RunAsync("add", "FIREFOX");

        Assert.That(schedule.Read(schedule.List), Is.EqualTo(list));
        Assert.That(schedule.TakeCalls(), Is.EqualTo(new[]
        {
            isMac ? "launchctl print gui/501/io.kandji.kappa.casks" : "systemctl --user is-active --quiet kappa-casks.timer",
        }));
    }

    [Test]
    public async Task A_new_interval_takes_the_place_of_the_old_agent()
    {
        using var schedule = new ScheduleRun(isMac: true);
        await schedule.RunAsync("add", "firefox", "--every", "2");
        schedule.TakeCalls();

        await schedule.RunAsync("add", "--every", "6");

        Assert.That(schedule.Read(schedule.Agent), Does.Contain("<integer>21600</integer>"));
        Assert.That(schedule.TakeCalls().Select(call => call.Split(' ')[1]), Is.EqualTo(new[] { "print", "bootout", "bootstrap" }));
    }

    [Test]
    public async Task The_list_of_an_older_tool_is_taken_over_where_it_is_with_what_else_it_holds()
    {
        using var schedule = new ScheduleRun(isMac: true);
        var list = schedule.Write(
            "Library/KandjiPackages/brew_cron.json",
            """{ "brew_casks": ["zed"], "every_n_hours": 4, "our_note": { "a": [1] }, "cask_settings": { "zed": { "prod_name": "Zed" } } }""");

        await schedule.RunAsync("add", "firefox");

        Assert.That(File.Exists(schedule.List), Is.False);
        Assert.That(JToken.DeepEquals(
            JObject.Parse(await File.ReadAllTextAsync(list)),
            JObject.Parse(
                """{ "brew_casks": ["firefox", "zed"], "every_n_hours": 4, "our_note": { "a": [1] }, "cask_settings": { "zed": { "prod_name": "Zed" } } }""")));
    }

    [Test]
    public async Task Removing_the_last_cask_ends_the_schedule()
    {
        using var schedule = new ScheduleRun(isMac: false);
        await schedule.RunAsync("add", "firefox", "zed");
        await schedule.RunAsync("remove", "zed");
        var one = schedule.Read(schedule.List);
        schedule.TakeCalls();

        await schedule.RunAsync("remove", "firefox");

        Assert.That(one, Does.Contain("firefox").And.Not.Contain("zed"));
        Assert.That(schedule.Timer, Does.Not.Exist);
        Assert.That(schedule.Service, Does.Not.Exist);
        Assert.That(schedule.TakeCalls(), Is.EqualTo(new[]
        {
            "systemctl --user disable --now kappa-casks.timer", "systemctl --user daemon-reload",
        }));
    }

    [Test]
    public async Task Uninstalling_unloads_and_keeps_the_list()
    {
        using var schedule = new ScheduleRun(isMac: true);
        await schedule.RunAsync("add", "firefox");
        schedule.TakeCalls();

        var run = await schedule.RunAsync("uninstall");

        Assert.That(schedule.Agent, Does.Not.Exist);
        Assert.That(schedule.List, Does.Exist);
        Assert.That(
            schedule.TakeCalls(), Has.Member("launchctl bootout gui/501/io.kandji.kappa.casks"));
        Assert.That(run.Output, Does.EndWith("nothing is scheduled any more.\n"));
    }

    [Test]
    public async Task Uninstalling_nothing_says_so()
    {
        using var schedule = new ScheduleRun(isMac: true).Refuses("print", "Could not find service");

        var run = await schedule.RunAsync("uninstall");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "Nothing was scheduled.\n")));
    }

    [Test]
    public async Task Shows_what_runs_and_when_it_does_next()
    {
        using var schedule = new ScheduleRun(isMac: true);
        await schedule.RunAsync("add", "firefox", "zed", "--every", "2");
        var log = schedule.Write("Library/Logs/Kappa/casks.log", "a run");
        File.SetLastWriteTimeUtc(log, Some.Noon.UtcDateTime - TimeSpan.FromHours(1));

        var run = await schedule.RunAsync("show");

        Golden.Matches(run.Output, "schedule/show");
    }

    [Test]
    public async Task Shows_that_an_agent_is_not_loaded_and_that_an_older_tool_has_one_too()
    {
        using var schedule = new ScheduleRun(isMac: true);
        await schedule.RunAsync("add", "firefox");
        schedule.Write("Library/LaunchAgents/io.kandji.kpkg.brewcron.plist", "");
        schedule.Refuses("print", "Could not find service");

        var run = await schedule.RunAsync("show");

        Assert.That(run.Output, Does.Contain("casks.plist (not loaded)").And.Contain("Next run  none"));
        Assert.That(run.Errors, Does.StartWith(
            "WARNING: HOME/Library/LaunchAgents/io.kandji.kpkg.brewcron.plist of an older tool uploads casks too."));
    }

    [Test]
    public async Task A_refusal_of_launchctl_is_told_after_three_tries()
    {
        using var schedule = new ScheduleRun(isMac: true)
            .Refuses("print", "").Refuses("bootstrap", "Bootstrap failed: 125: Domain does not support specified action");

        var run = await schedule.RunAsync("add", "firefox");

        Assert.That(run.Errors, Does.StartWith(
            "ERROR: launchctl does not load HOME/Library/LaunchAgents/io.kandji.kappa.casks.plist: Bootstrap failed: 125"));
        Assert.That(schedule.TakeCalls().Count(call => call.Contains("bootstrap", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_of_systemctl_is_told()
    {
        using var schedule = new ScheduleRun(isMac: false)
            .Refuses("is-active", "").Refuses("daemon-reload", "Failed to connect to bus: No medium found");

        var run = await schedule.RunAsync("add", "firefox");

        Assert.That(run.Errors, Does.StartWith(
            "ERROR: systemctl --user daemon-reload failed: Failed to connect to bus: No medium found."));
    }

    [Test]
    public async Task Root_has_no_session_for_an_agent()
    {
        using var schedule = new ScheduleRun(isMac: true).IsRoot();

        var run = await schedule.RunAsync("add", "firefox");

        Assert.That(run.Errors, Does.StartWith("ERROR: root has no session of its own for an agent."));
    }

    [TestCase("""{ "brew_casks": ["--debug"] }""", "has '--debug', which is not the name of a cask")]
    [TestCase("""{ "brew_casks": 7 }""", "brew_casks (line 1) is 7, not an array of texts")]
    [TestCase("""{ "every_n_hours": 0 }""", "every_n_hours is 0")]
    [TestCase("""{ "every_n_hours": 200 }""", "is 200, not a whole number of 0 to 168")]
    [TestCase("""{ "brew_casks": ["zed"], "cask_settings": { "zed": 1 } }""", "cask_settings.zed is 1, not a dictionary")]
    [TestCase("""{ "brew_casks": ["zed"], "cask_settings": [] }""", "cask_settings is an array, not a dictionary")]
    [TestCase("{", "is not valid JSON: line 1")]
    public async Task A_list_with_a_mistake_is_left_as_it_is(string text, string reason)
    {
        using var schedule = new ScheduleRun(isMac: true);
        var list = schedule.Write("Library/Application Support/Kappa/brew_cron.json", text);

        var run = await schedule.RunAsync("add", "firefox");

        Assert.That((run.ExitCode, await File.ReadAllTextAsync(list)), Is.EqualTo((1, text)));
        Assert.That(run.Errors, Does.Contain(reason));
    }

    [TestCase("add", "firefox", "--every", "0")]
    [TestCase("add", "firefox", "--every", "169")]
    [TestCase("remove")]
    [TestCase("nonsense")]
    [TestCase]
    public async Task A_wrong_command_line_ends_with_2(params string[] arguments)
    {
        using var schedule = new ScheduleRun(isMac: true);

        var run = await schedule.RunAsync(arguments);

        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [TestCase("add")]
    [TestCase("add", "../x")]
    [TestCase("remove", "firefox")]
    public async Task What_cannot_be_done_ends_with_1(params string[] arguments)
    {
        using var schedule = new ScheduleRun(isMac: true);

        var run = await schedule.RunAsync(arguments);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(schedule.List, Does.Not.Exist);
    }
}
