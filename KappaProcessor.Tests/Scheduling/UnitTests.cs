using System.Runtime.Versioning;
using CliWrap;
using CliWrap.Buffered;
using Kappa.Scheduling;
using Kappa.Tests.Support;

namespace Kappa.Tests.Scheduling;

/// <summary>What is written for launchd and systemd, read by the tools that know the forms.</summary>
internal sealed class UnitTests
{
    private const string Hostile = "a b%h\"c\\d$HOME<&>'é";

    [Test]
    public async Task A_plist_reader_finds_every_key_with_its_type()
    {
        using var folder = new TempFolder();
        var path = folder.Write("agent.plist", LaunchAgent.Describe(Job($"/opt/{Hostile}/kappa")));
        const string print = "import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], 'rb'))))";

        var read = await Cli.Wrap(await Python.RequireAsync()).WithArguments(["-c", print, path]).ExecuteBufferedAsync();

        var agent = Newtonsoft.Json.Linq.JObject.Parse(read.StandardOutput);
        Assert.That(agent.Properties().Select(key => key.Name), Is.EquivalentTo(new[]
        {
            "Label", "ProgramArguments", "EnvironmentVariables", "StartInterval", "RunAtLoad", "StandardOutPath",
            "StandardErrorPath", "ProcessType",
        }));
        Assert.That(agent["ProgramArguments"]!.ToObject<string[]>(), Is.EqualTo(new[]
        {
            $"/opt/{Hostile}/kappa", "upload", "--scheduled",
        }));
        Assert.That(((int)agent["StartInterval"]!, (bool)agent["RunAtLoad"]!), Is.EqualTo((7200, true)));
        Assert.That((string?)agent["EnvironmentVariables"]!["PATH"], Is.EqualTo(Hostile));
    }

    [Test]
    [Platform("MacOsX")]
    public async Task Plutil_accepts_the_agent()
    {
        using var folder = new TempFolder();
        var path = folder.Write("agent.plist", LaunchAgent.Describe(Job("/opt/kappa")));

        var result = await new ExternalTool("/usr/bin/plutil").RunAsync(["-lint", path], CancellationToken.None);

        Assert.That(result.Succeeded, result.Output);
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task Systemd_accepts_the_units()
    {
        using var folder = new TempFolder();
        var path = Environment.GetEnvironmentVariable("PATH");
        if (ProgramSearch.Find(path, "systemd-analyze") is not { } analyze)
        {
            Assert.Ignore("There is no systemd-analyze on PATH.");
            return;
        }

        var program = folder.Write("a $b %h/kappa", "#!/bin/sh\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        folder.Write("kappa-casks.service", SystemdUnits.Service(Job(program)));
        var timer = folder.Write("kappa-casks.timer", SystemdUnits.Timer(Job(program)));

        var tool = new ExternalTool(analyze)
        {
            Environment = new Dictionary<string, string?> { ["XDG_RUNTIME_DIR"] = folder.Path },
        };
        var result = await tool.RunAsync(["verify", "--user", "--man=no", timer], CancellationToken.None);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public void A_word_stays_one_word_in_a_unit()
    {
        var unit = SystemdUnits.Service(Job($"/opt/{Hostile}/kappa"));

        Assert.That(
            unit, Does.Contain("ExecStart=\"/opt/a b%%h\\\"c\\\\d$$HOME<&>'é/kappa\" \"upload\" \"--scheduled\"\n"));
        Assert.That(unit, Does.Contain("Environment=\"PATH=a b%%h\\\"c\\\\d$HOME<&>'é\"\n"));
    }

    private static ScheduledJob Job(string executable) => new()
    {
        Executable = executable,
        Arguments = ["upload", "--scheduled"],
        Every = TimeSpan.FromHours(2),
        LogFile = "/tmp/casks 100%.log",
        Variables = new Dictionary<string, string> { ["PATH"] = Hostile },
    };
}
