using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Installers.Corpus;

/// <summary><c>kappa inspect --json</c> over installers of every shape.</summary>
internal sealed class CorpusTests
{
    private static IEnumerable<CorpusCase> Sound => [.. ComponentCorpus.All, .. ProductCorpus.All, .. NameCorpus.All, .. MediaCorpus.Zips];

    [TestCaseSource(nameof(Sound))]
    public async Task Tells_what_the_installer_holds(CorpusCase installer)
    {
        using var folder = new TempFolder();

        var run = await KappaRun.OfAsync("inspect", "--json", installer.In(folder));

        Assert.That((Answer(run), run.ExitCode), Is.EqualTo((installer.Answer, 0)), run.Errors);
    }

    [TestCaseSource(typeof(MediaCorpus), nameof(MediaCorpus.Images))]
    public async Task Tells_what_the_image_holds(CorpusCase image)
    {
        Assume.That(MediaCorpus.CanOpenImages, "There is neither hdiutil nor 7zz here to open images with.");
        using var folder = new TempFolder();

        var run = await KappaRun.OfAsync("inspect", "--json", image.In(folder));

        Assert.That((Answer(run), run.ExitCode), Is.EqualTo((image.Answer, 0)), run.Errors);
    }

    [Test]
    public async Task A_bad_one_does_not_stop_the_rest()
    {
        using var folder = new TempFolder();
        CorpusCase[] all = [.. ComponentCorpus.All.Take(3), .. HostileCorpus.All.Take(3)];
        Array.ForEach(all, one => one.In(folder));

        var run = await KappaRun.OfAsync("inspect", "--json", folder.Path);

        var failed = JArray.Parse(run.Output).Count(one => one["error"] is not null);
        Assert.That((failed, run.ExitCode), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task Every_hostile_file_has_one_sentence_to_give()
    {
        using var folder = new TempFolder();
        foreach (var hostile in HostileCorpus.All)
        {
            hostile.In(folder);
        }

        var run = await KappaRun.OfAsync("inspect", "--json", folder.Path);

        var sentences = JArray.Parse(run.Output)
            .Select(one => $"{Path.GetFileName((string)one["file"]!)}\n  {(string?)one["error"] ?? "no error"}\n");
        Golden.Matches(string.Concat(sentences).Replace($"{folder.Path}/", "", StringComparison.Ordinal), "HostileInstallers");
    }

    private static string Answer(KappaRun run)
    {
        var answer = JArray.Parse(run.Output).Single();
        return $"{Shown("app_name")} | {Shown("bundle_id")} | {Shown("version")}; {Shown("package_id")} | {Shown("package_version")}";

        string Shown(string key) => (string?)answer[key] ?? "-";
    }
}
