using System.Runtime.Versioning;
using Kappa.Checking;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary><c>kappa check</c> with AutoPkg itself: <c>AUTOPKG=…/Code/autopkg dotnet test Kappa.sln</c>.</summary>
[Category("AutoPkg")]
[UnsupportedOSPlatform("windows")]
internal sealed class RealAutoPkgCheckTests
{
    [Test]
    public async Task AutoPkg_finds_the_shim_where_the_sources_have_it()
    {
        using var autopkg = new RealAutoPkg();
        await using var run = await RunAsync(autopkg);

        var (exitCode, findings) = await run.FindAsync();

        Assert.That(exitCode, Is.Zero, string.Join('\n', findings));
        Assert.That(
            findings.Single(one => one.Check == "AutoPkg").Message, Does.EndWith("/autopkg, finds io.kandji.kappa"));
    }

    [Test]
    public async Task An_older_KAPPA_in_an_earlier_folder_is_told_with_both_paths()
    {
        using var autopkg = new RealAutoPkg();
        autopkg.Write("recipes/KAPPA.recipe", File.ReadAllText(SourceTree.At("shim", "io.kandji.kappa.recipe")));
        await using var run = await RunAsync(autopkg);

        var (exitCode, findings) = await run.FindAsync();

        var told = findings.Single(one => one.Status == CheckStatus.Failed);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(told.Message, Does.Contain(autopkg["recipes"]).And.Contain(SourceTree.At("shim")));
    }

    [Test]
    public async Task An_override_is_read_with_its_parents()
    {
        using var autopkg = new RealAutoPkg();
        autopkg.WriteRecipe(
            "Firefox",
            autopkg["Firefox.pkg"],
            RealAutoPkg.KappaStep("<key>test_name</key><string>%NAME% (Pilot)</string>"));
        autopkg.WriteOverride("Firefox", "<key>prod_name</key><string>Our Firefox</string>");
        await using var run = await RunAsync(autopkg);
        run.Folder.Write("config/recipe_map.json", "{}");

        var (_, findings) = await run.FindAsync("Firefox.pkg");

        Assert.That(
            findings.Where(one => one.Check == "Recipe").Select(one => one.Message),
            Is.EqualTo(["Firefox.pkg: 'Our Firefox', 'Firefox (Pilot)'"]));
    }

    private static async Task<CheckRun> RunAsync(RealAutoPkg autopkg)
    {
        var run = await CheckRun.StartAsync();
        run.Set("AUTOPKG", autopkg.WriteCommand());
        run.Set("KAPPA_SHIM_FOLDER", SourceTree.At("shim"));
        run.Set("KAPPA_EXECUTABLE", run.Folder["shim/bin/kappa"]);
        return run;
    }
}
