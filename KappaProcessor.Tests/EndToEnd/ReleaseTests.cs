using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary>What a tag becomes: <c>.ci/release</c> and the workflow that calls it.</summary>
[Platform(Exclude = "Win")]
internal sealed partial class ReleaseTests
{
    private static readonly string[] Rids = ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64"];

    [Test]
    public async Task Its_checksums_are_what_install_compares_with()
    {
        using var release = new TempFolder();
        var kappa = InstallRun.Executable("2.0.0");
        foreach (var rid in Rids)
        {
            await File.WriteAllBytesAsync(release[$"kappa-{rid}"], kappa);
        }

        await ScriptAsync(SourceTree.Root, "sums", release.Path);
        await using var server = new ScriptedServer(
            ServerReply.File(200, await File.ReadAllBytesAsync(release["SHA256SUMS"])),
            ServerReply.File(200, kappa));
        using var install = new InstallRun();
        var run = await install.RunAsync(server.Root.AbsoluteUri);

        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
    }

    [Test]
    public async Task A_release_that_lacks_an_executable_has_no_checksums()
    {
        using var release = new TempFolder();
        release.Write("kappa-osx-arm64", "kappa");

        var run = await ScriptAsync(SourceTree.Root, "sums", release.Path);

        using var claims = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, run.StandardError), Is.EqualTo((1, $"There is no kappa-osx-x64 in {release.Path}.\n")));
        Assert.That(File.Exists(release["SHA256SUMS"]), Is.False);
    }

    [TestCase("v2.1.0", 0)]
    [TestCase("2.1.0", 1)]
    [TestCase("v2.0.0", 1)]
    public async Task Only_the_version_of_the_sources_is_released(string tag, int exitCode)
    {
        using var clone = Clone("## [Unreleased]\n\n## [2.1.0]\n\n- New.\n\n## [2.0.0]\n\n- Old.\n");

        Assert.That((await ScriptAsync(clone.Path, "check", tag)).ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public async Task A_version_that_the_changelog_does_not_tell_of_is_not_released()
    {
        using var clone = Clone("## [Unreleased]\n\n- New.\n\n## [2.0.0]\n\n- Old.\n");

        var run = await ScriptAsync(clone.Path, "check", "v2.1.0");

        Assert.That(run.StandardError, Does.Contain("CHANGELOG.md has nothing below '## [2.1.0]'"));
    }

    [Test]
    public async Task Its_notes_are_the_changelog_of_that_version()
    {
        using var clone = Clone("## [Unreleased]\n\n- Next.\n\n## [2.1.0] - 2026-12-01\n\n- New.\n\n## [2.0.0]\n\n- Old.\n");

        Assert.That((await ScriptAsync(clone.Path, "notes", "v2.1.0")).StandardOutput.Trim(), Is.EqualTo("- New."));
    }

    [Test]
    public async Task The_workflow_builds_all_four()
    {
        var workflow = await WorkflowAsync("release");

        Assert.That(
            workflow.SelectTokens("$.jobs.build.strategy.matrix.include[*].rid").Select(rid => (string?)rid),
            Is.EquivalentTo(Rids));
    }

    [TestCase("tests")]
    [TestCase("release")]
    public async Task A_workflow_calls_what_is_there_and_may_write_only_what_it_must(string name)
    {
        var workflow = await WorkflowAsync(name);
        var called = workflow.SelectTokens("$.jobs.*.steps[*].run")
            .SelectMany(run => Script().Matches((string)run!).Select(match => match.Value));

        using var claims = Assert.EnterMultipleScope();
        Assert.That(called, Is.Not.Empty.And.All.Matches<string>(script => File.Exists(Path.Combine(SourceTree.Root, script!))));
        Assert.That(workflow["permissions"]?.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"contents":"read"}"""));
        Assert.That(workflow.SelectTokens("$.jobs.*.timeout-minutes").Count(), Is.EqualTo(workflow["jobs"]!.Count()));
    }

    private static TempFolder Clone(string changelog)
    {
        var clone = new TempFolder();
        clone.Write("CHANGELOG.md", changelog);
        clone.Write("Directory.Build.props", "<Project><Version>2.1.0</Version></Project>");
        clone.Write(".ci/release", File.ReadAllText(SourceTree.At(".ci", "release")));
        return clone;
    }

    private static Task<JObject> WorkflowAsync(string name) =>
        Python.ReadJsonAsync("read_recipe.py", SourceTree.At(".github", "workflows", $"{name}.yml"));

    private static async Task<BufferedCommandResult> ScriptAsync(string clone, params string[] arguments) =>
        await Cli.Wrap("bash")
            .WithArguments([Path.Combine(clone, ".ci", "release"), .. arguments])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

    [GeneratedRegex(@"(?<=^|\s)\.ci/\w+")]
    private static partial Regex Script();
}
