using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Kappa.Tests.Support;

/// <summary>
/// A Mac as an audit script sees it: a folder for its disk, and small scripts in place of Apple's tools, which answer
/// from files and write down how they were called. The script itself runs in the real zsh, unchanged but for the two
/// lines that say where tools and disk are.
/// </summary>
internal sealed class AuditMac : IDisposable
{
    /// <summary>Who sits at the screen unless told otherwise.</summary>
    public const int Alice = 501;

    public const string Deferrals = "/Library/Preferences/io.kandji.enforcement.delay.plist";

    public const string IrupkgDeferrals = "/Library/Preferences/com.iru.irupkg.enforcement.delay.plist";

    private const string AppleTools = "\nexport PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/libexec\n";

    private readonly TempFolder folder = new();

    public AuditMac()
    {
        foreach (var (tool, body) in AuditMacTools.All)
        {
            InstallTool(tool, body);
        }

        Directory.CreateDirectory(folder["disk/Library/Preferences"]);
        Directory.CreateDirectory(folder["state"]);
        Says("console", $"{Alice} alice");
    }

    public DateTimeOffset Now { get; init; } = Some.Noon;

    public string TimeZone { get; init; } = "UTC";

    /// <summary>Where the disk's <c>/</c> really is.</summary>
    public string Disk => folder["disk"];

    public static void RequireZsh() => Require("zsh");

    /// <summary>Leaves the test out, and says so, where a tool is missing.</summary>
    public static void Require(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        if (!folders.Any(one => File.Exists(Path.Combine(one, tool))))
        {
            Assert.Ignore($"There is no {tool} here to test the audit script with.");
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>What a stand-in finds in its file <paramref name="name"/>; see <see cref="AuditMacTools"/>.</summary>
    public AuditMac Says(string name, string text)
    {
        folder.Write($"state/{name}", text);
        return this;
    }

    /// <summary>An app bundle; <paramref name="plist"/> are lines of <c>KEY=value</c>.</summary>
    public AuditMac WithApp(string path, params string[] plist)
    {
        Directory.CreateDirectory($"{Disk}{path}");
        if (plist.Length > 0)
        {
            folder.Write($"disk{path}/Contents/Info.plist", string.Concat(plist.Select(line => $"{line}\n")));
        }

        return this;
    }

    public AuditMac WithFirefox(string version, string path = "/Applications/Firefox.app", params string[] more) =>
        WithApp(
            path, ["CFBundleIdentifier=org.mozilla.firefox", $"CFBundleShortVersionString={version}", .. more]);

    public AuditMac WithLink(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName($"{Disk}{path}")!);
        File.CreateSymbolicLink($"{Disk}{path}", $"{Disk}{target}");
        return this;
    }

    public AuditMac WithFile(string path, string text)
    {
        folder.Write($"disk{path}", text);
        return this;
    }

    public string ReadFile(string path) => File.ReadAllText($"{Disk}{path}");

    public bool HasFile(string path) => File.Exists($"{Disk}{path}");

    /// <summary>What Spotlight answers when it is asked for a bundle id.</summary>
    public AuditMac SpotlightKnows(params string[] paths) => SpotlightAnswers("kMDItemCFBundleIdentifier", paths);

    /// <summary>What Spotlight answers when it is asked for a name.</summary>
    public AuditMac SpotlightKnowsByName(params string[] paths) => SpotlightAnswers("kMDItemFSName", paths);

    /// <summary>
    /// The app has one more process, with a Dock icon unless <paramref name="type"/> says otherwise, in the session of
    /// <paramref name="user"/>.
    /// </summary>
    public AuditMac Runs(string type = "Foreground", int pid = 4711, int user = Alice)
    {
        File.AppendAllText(folder[$"state/running.{user}"], $"ASN:0x0-0x{pid:x}-\"Firefox\": ");
        return Says($"process.ASN:0x0-0x{pid:x}:", $"\"ApplicationType\"=\"{type}\"\n\"pid\"={pid}\n");
    }

    /// <summary>While the dialog is on the screen the user quits the app and starts it again.</summary>
    public AuditMac IsStartedAnewBehindTheDialog(int pid = 4812) =>
        Says("running.anew", $"ASN:0x0-0x{pid:x}-\"Firefox\": ")
            .Says($"process.ASN:0x0-0x{pid:x}:", $"\"ApplicationType\"=\"Foreground\"\n\"pid\"={pid}\n");

    /// <summary>The app goes when it is asked to quit.</summary>
    public AuditMac QuitsWhenAsked() => Says("quits", "");

    /// <summary>How the dialogs end, one after the other; an empty answer is an osascript that fails.</summary>
    public AuditMac UserAnswers(params string[] answers)
    {
        for (var at = 0; at < answers.Length; at++)
        {
            Says($"answer.{at + 1}", answers[at]);
        }

        return this;
    }

    public async Task<AuditRun> RunAsync(string script)
    {
        RequireZsh();
        Says("now", $"{Now.ToUnixTimeSeconds()}\n");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var result = await Cli.Wrap("zsh")
            .WithArguments(["-f", folder.Write("audit.zsh", OnThisMac(script))])
            .WithEnvironmentVariables(variables => variables.Set("TZ", TimeZone))
            .WithWorkingDirectory(folder.Path)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, patience.Token);
        return new AuditRun
        {
            ExitCode = result.ExitCode,
            Report = WithoutRoot(result.StandardOutput),
            Errors = WithoutRoot(result.StandardError),
            Calls = ReadCalls(),
            Input = ReadInput(),
            Stored = HasFile(Deferrals) ? ReadFile(Deferrals) : "",
        };
    }

    private AuditMac SpotlightAnswers(string attribute, string[] paths) =>
        Says(attribute, string.Concat(paths.Select(path => $"{Disk}{path}\0")));

    private string OnThisMac(string script)
    {
        var moved = script
            .Replace(AppleTools, $"\nexport PATH='{folder["tools"]}'\n", StringComparison.Ordinal)
            .Replace("\nROOT=''\n", $"\nROOT='{Disk}'\n", StringComparison.Ordinal);
        Assert.That(moved.Split(folder.Path), Has.Length.EqualTo(3), "Both lines must be there, once.");
        return moved;
    }

    private void InstallTool(string tool, string body)
    {
        var script = $"""
            #!/bin/sh
            PATH=/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin
            tools='{folder["tools"]}' state='{folder["state"]}'
            exec 3>> '{folder["calls"]}'
            printf '%s' '{tool}' >&3
            for argument; do printf '\037%s' "$argument" >&3; done
            printf '\036' >&3
            {body}

            """;
        var path = folder.Write($"tools/{tool}", script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private IReadOnlyList<string[]> ReadCalls() => !File.Exists(folder["calls"])
        ? []
        : [.. WithoutRoot(File.ReadAllText(folder["calls"])).Split('\u001e', StringSplitOptions.RemoveEmptyEntries)
            .Select(call => call.Split('\u001f'))];

    private string ReadInput() => File.Exists(folder["state/input"]) ? File.ReadAllText(folder["state/input"]) : "";

    private string WithoutRoot(string text) => text.Replace(Disk, "", StringComparison.Ordinal);
}
