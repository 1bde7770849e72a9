using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>What a person sees of an upload of 300 MB, and what a log gets of it, by the built executable.</summary>
[Category(BuiltExecutable.Category)]
internal sealed partial class TerminalTests
{
    [Test]
    public async Task A_terminal_shows_a_bar_that_moves_and_goes_away()
    {
        await using var run = await UploadRun.StartAsync(clock: TimeProvider.System);

        var shown = await ShowAsync(run.WithVariable("NO_COLOR", "1"));

        var bars = Bar().Matches(shown).Select(bar => bar.Value).Distinct();
        Assert.That(bars.Count(), Is.GreaterThan(1), shown);
        Golden.Matches(Screens(run, shown), "terminal/upload");
    }

    [TestCase(null, true)]
    [TestCase("", true)]
    [TestCase("1", false)]
    public async Task Only_who_wants_none_sees_no_colors(string? wish, bool hasColors)
    {
        await using var run = await UploadRun.StartAsync(clock: TimeProvider.System);

        var shown = await ShowAsync(run.WithVariable("NO_COLOR", wish));

        Assert.That(shown.Contains("\u001B[32m", StringComparison.Ordinal), Is.EqualTo(hasColors));
    }

    [Test]
    public async Task A_terminal_that_can_do_nothing_gets_lines_only()
    {
        await using var run = await UploadRun.StartAsync(clock: TimeProvider.System);

        var shown = await ShowAsync(run.WithVariable("TERM", "dumb"));

        Assert.That(shown, Does.Contain(" INFO    Uploading Teapot-1.0.pkg").And.Not.Contain("\u001B"));
    }

    [Test]
    public async Task A_pipe_gets_lines_with_time_and_level()
    {
        await using var run = await UploadRun.StartAsync(clock: TimeProvider.System);

        var result = await Cli.Wrap(BuiltExecutable.Path)
            .WithArguments(["upload", Large(run)])
            .WithEnvironmentVariables(run.Variables)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8);

        Assert.That((result.ExitCode, result.StandardOutput), Is.EqualTo((0, "")), result.StandardError);
        Golden.Matches(Plain(run, result.StandardError), "terminal/upload-piped");
    }

    /// <summary>All that the executable writes to a terminal of 100 columns.</summary>
    private static async Task<string> ShowAsync(UploadRun run)
    {
        var result = await Cli.Wrap(await Python.RequireAsync())
            .WithArguments(
                [SourceTree.At("KappaProcessor.Tests/Support/terminal.py"), "100", BuiltExecutable.Path, "upload", Large(run)])
            .WithEnvironmentVariables(new Dictionary<string, string?>(run.Variables)
            {
                ["TERM"] = run.Variables.GetValueOrDefault("TERM") ?? "xterm-256color",
                ["LANG"] = "C.UTF-8",
            })
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8);
        Assert.That(result.ExitCode, Is.Zero, result.StandardOutput);
        return result.StandardOutput;
    }

    /// <summary>A package with an application, and a hole of 300 MB behind it.</summary>
    private static string Large(UploadRun run)
    {
        var path = run.Package("Teapot-1.0.pkg");
        using var file = File.OpenWrite(path);
        file.SetLength(300_000_000);
        return path;
    }

    /// <summary>What was seen one after the other, without what differs from run to run.</summary>
    private static string Screens(UploadRun run, string shown)
    {
        var screens = Plain(run, shown)
            .Split("\r\u001B[K")
            .Select(screen => Figures().Replace(screen, "[bar] #, # of 300.0 MB"));
        var seen = new List<string>();
        foreach (var screen in screens.Where(screen => screen.Length > 0))
        {
            if (seen.Count == 0 || seen[^1] != screen)
            {
                seen.Add(screen);
            }
        }

        return string.Join("\n", seen);
    }

    private static string Plain(UploadRun run, string text)
    {
        var plain = KeypadMode().Replace(text, "")
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace(run.Sandbox.Origin.GetLeftPart(UriPartial.Authority), "[sandbox]", StringComparison.Ordinal);
        return Token().Replace(Stamp().Replace(plain, "[time]"), "[id]");
    }

    [GeneratedRegex("━*─+")]
    private static partial Regex Bar();

    [GeneratedRegex(@"━*─*\s+\d+ %, [\d.]+ [kMG]B of 300\.0 MB(, [\d.]+ [kMG]B/s)?(, [\d:]+ left)?")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d", RegexOptions.Multiline)]
    private static partial Regex Stamp();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=_)[0-9a-f]{8}(?=\\.pkg)")]
    private static partial Regex Token();

    /// <summary>What .NET says to a terminal of its own accord.</summary>
    [GeneratedRegex("\u001B\\[\\?1[hl]|\u001B[=>]")]
    private static partial Regex KeypadMode();
}
