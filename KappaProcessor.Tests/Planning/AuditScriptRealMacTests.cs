using CliWrap;
using CliWrap.Buffered;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>What stand-ins cannot show: Apple's own tools. None of these needs root or changes anything.</summary>
[Platform("MacOsX")]
internal sealed class AuditScriptRealMacTests
{
    [Test]
    public async Task Apple_s_tools_find_an_app_and_its_version()
    {
        var textEdit = Some.Firefox with { AppName = "TextEdit.app", BundleId = "com.apple.TextEdit" };
        var farAhead = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var result = await RunAsync(AuditScript.Fill(Some.AuditPlan(), textEdit, farAhead).Text);

        Assert.That(result.StandardOutput, Does.Match(
            @"^Looking for .*\nFound /System/Applications/TextEdit\.app, version [0-9.]+\.\nVersion 128\.0 .* 2100-"));
    }

    [Test]
    public async Task Apple_s_lsappinfo_tells_the_processes_of_an_app_that_is_in_front()
    {
        const string Finder = """

            user=me app=/System/Library/CoreServices/Finder.app
            in_user_session() { "$@"; }
            find_processes
            print -r -- "$otherwise: $pids"

            """;

        var result = await RunAsync(AuditScript.BuiltInTemplate.Replace("\nmain\n", Finder, StringComparison.Ordinal));

        Assert.That(result.StandardOutput, Does.Match("^runs in the background only: [0-9]+\n$"));
    }

    [Test]
    public async Task Apple_s_plutil_writes_one_element_a_line()
    {
        const string Compact = "<plist version=\"1.0\"><dict><key>A&amp;B&lt;.app</key><dict><key>1</key>"
            + "<integer>2</integer></dict><key>C</key><dict/></dict></plist>";

        var result = await (Compact | Cli.Wrap("plutil").WithArguments(["-convert", "xml1", "-o", "-", "-"]))
            .ExecuteBufferedAsync();

        Assert.That(result.StandardOutput, Does.EndWith(
            "\n<dict>\n\t<key>A&amp;B&lt;.app</key>\n\t<dict>\n\t\t<key>1</key>\n\t\t<integer>2</integer>\n\t</dict>\n"
                + "\t<key>C</key>\n\t<dict/>\n</dict>\n</plist>\n"));
    }

    [TestCase("DIALOG", "AppleScript")]
    [TestCase("QUIT", "JavaScript")]
    public async Task Apple_s_osascript_understands_both_programs(string variable, string language)
    {
        using var folder = new TempFolder();
        var compile = $"\nprint -r -- \"${variable}\" | osacompile -l {language} -o '{folder["program.scpt"]}' -\n";

        var result = await RunAsync(AuditScript.BuiltInTemplate.Replace("\nmain\n", compile, StringComparison.Ordinal));

        Assert.That((result.ExitCode, result.StandardError), Is.EqualTo((0, "")));
    }

    private static async Task<BufferedCommandResult> RunAsync(string script)
    {
        using var folder = new TempFolder();
        return await Cli.Wrap("zsh")
            .WithArguments(["-f", folder.Write("audit.zsh", script)])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
    }
}
