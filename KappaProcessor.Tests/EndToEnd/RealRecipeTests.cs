using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary>Children and overrides that <c>kappa recipe</c> writes, in AutoPkg itself.</summary>
[Category("AutoPkg")]
internal sealed class RealRecipeTests
{
    private static IReadOnlyList<ExampleRecipe> Children => ExampleRecipe.All;

    [TestCaseSource(nameof(Children))]
    public async Task An_example_plans_its_Custom_App_in_a_dry_run(ExampleRecipe example)
    {
        using var autoPkg = new RealAutoPkg();
        await using var sandbox = await ConnectAsync(autoPkg);
        WriteParent(autoPkg, example);

        var run = await autoPkg.RunAsync("run", "-v", example.Name, "-k", "dry_run=true");

        Assert.That(run.ExitCode, Is.Zero, run.StandardOutput + run.StandardError);
        Assert.That(run.StandardOutput, Does.Contain("planned"));
        Assert.That(sandbox.Tenant.Apps, Is.Empty);
    }

    /// <summary>A foreign processor is flagged always; anything else would be the recipe's own fault.</summary>
    [Test]
    public async Task AutoPkgs_audit_flags_the_step_and_nothing_else()
    {
        using var autoPkg = new RealAutoPkg();
        foreach (var example in Children)
        {
            WriteParent(autoPkg, example);
        }

        var audit = await autoPkg.RunAsync("audit", [.. Children.Select(example => example.Name)]);

        var flags = audit.StandardOutput.Split('\n')
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Distinct();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(audit.StandardError, Does.Not.Contain("No valid recipe").And.Not.Contain("plist error"));
            Assert.That(audit.StandardOutput, Does.Contain("10 recipes audited"));
            Assert.That(flags, Has.One.EqualTo("io.kandji.kappa/KAPPA"));
            Assert.That(
                audit.StandardOutput,
                Does.Not.Contain("http URLs").And.Not.Contain("MissingCode").And.Not.Contain("make modifications"));
        }
    }

    [Test]
    public async Task The_recipe_list_runs_them_all()
    {
        using var autoPkg = new RealAutoPkg();
        await using var sandbox = await ConnectAsync(autoPkg);
        foreach (var example in Children)
        {
            WriteParent(autoPkg, example);
        }

        var run = await autoPkg.RunAsync("run", "--recipe-list", SourceTree.At("recipes", "recipe_list.txt"));

        Assert.That(run.ExitCode, Is.Zero, run.StandardOutput + run.StandardError);
        Assert.That(sandbox.Tenant.Apps.Select(app => app.Name), Is.SupersetOf(
            new[] { "BBEdit (AutoPkg)", "Docker Desktop", "Google Chrome", "Slack", "Slack (Testing)" }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_override_with_integers_and_arrays_reaches_the_step(bool isYaml)
    {
        using var autoPkg = WithNotes();
        await WriteAsync(autoPkg, isYaml, "Firefox.pkg", "--output", autoPkg["recipes"]);
        await WriteAsync(
            autoPkg, isYaml, "Firefox.pkg", "--override", "--output", autoPkg["overrides"],
            "--category", "R & D: 100 %", "--prod-name", "%NAME% 🦊", "--delay", "0", "--test-delay", "7",
            "--blueprint", "A, B", "--blueprint", "#1");

        var run = await autoPkg.RunAsync(
            "run", "Firefox.kandji", "-k", "test_category=Utilities", "-k", "test_enforcement_delay=9");

        Assert.That(run.ExitCode, Is.Zero, run.StandardOutput + run.StandardError);
        var request = Request(autoPkg);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)request["prod_name"], Is.EqualTo("Firefox 🦊"));
            Assert.That((string?)request["ss_category"], Is.EqualTo("R & D: 100 %"));
            Assert.That((string?)request["test_category"], Is.EqualTo("Utilities"));
            Assert.That((int?)request["enforcement_delay"], Is.Zero);
            Assert.That((string?)request["test_enforcement_delay"], Is.EqualTo("9"));
            Assert.That(request["blueprints"]!.Select(one => (string?)one), Is.EqualTo(["A, B", "#1"]));
            Assert.That((string?)request["enforcement_type"], Is.Empty);
        }
    }

    [Test]
    public async Task A_child_that_says_nothing_leaves_everything_to_the_configuration()
    {
        using var autoPkg = new RealAutoPkg();
        await using var sandbox = await ConnectAsync(autoPkg);
        autoPkg.WriteRecipe("Teapot", Package(autoPkg));
        await WriteAsync(autoPkg, isYaml: true, "Teapot.pkg", "--output", autoPkg["recipes"]);

        var run = await autoPkg.RunAsync("run", "-v", "Teapot.kandji");

        Assert.That(run.ExitCode, Is.Zero, run.StandardOutput + run.StandardError);
        Assert.That(sandbox.Tenant.Apps.Select(app => app.Name), Is.EqualTo(["Teapot (AutoPkg)"]));
        Assert.That(run.StandardOutput, Does.Not.Contain("KAPPA: WARNING"));
    }

    /// <summary>AutoPkg looks for the parent among the overrides as well when it verifies trust.</summary>
    [Test]
    public async Task An_overrides_trust_can_be_recorded_and_verified()
    {
        using var autoPkg = WithNotes();
        await WriteAsync(autoPkg, isYaml: false, "Firefox.pkg", "--output", autoPkg["recipes"]);
        await WriteAsync(
            autoPkg, isYaml: false, "Firefox.pkg", "--override", "--output", autoPkg["overrides"], "--delay", "7");

        await autoPkg.RunAsync("update-trust-info", "Firefox.kandji");
        var verified = await autoPkg.RunAsync("verify-trust-info", "-vv", "Firefox.kandji");
        var run = await autoPkg.RunAsync("run", "Firefox.kandji");

        Assert.That(verified.ExitCode, Is.Zero, verified.StandardOutput + verified.StandardError);
        Assert.That(run.StandardError, Does.Not.Contain("trust info"));
        Assert.That((int?)Request(autoPkg)["enforcement_delay"], Is.EqualTo(7));
    }

    private static RealAutoPkg WithNotes()
    {
        var autoPkg = new RealAutoPkg();
        autoPkg.WriteRecipe("Firefox", autoPkg["Firefox-128.0.pkg"]);
        autoPkg.Write("Firefox-128.0.pkg", "not read by the stand-in");
        autoPkg.Variables["KAPPA_EXECUTABLE"] = StandIn.Place(
            autoPkg["kappa"], "note(read_request())\nanswer({'kappa_changed': False})");
        return autoPkg;
    }

    private static JObject Request(RealAutoPkg autoPkg) => JObject.Parse(File.ReadAllText(autoPkg["note.json"]));

    private static async Task WriteAsync(RealAutoPkg autoPkg, bool isYaml, params string[] arguments)
    {
        var run = await KappaRun.OfAsync(
            ["recipe", .. arguments, "--search-dir", autoPkg["recipes"], .. isYaml ? new[] { "--yaml" } : []]);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
    }

    private static void WriteParent(RealAutoPkg autoPkg, ExampleRecipe example) =>
        autoPkg.WriteRecipe(example.Parent[..^".pkg".Length], Package(autoPkg), identifier: example.Identifier);

    private static string Package(RealAutoPkg autoPkg) =>
        autoPkg.Write("Teapot-1.0.pkg", UploadRun.PackageBytes());

    private static async Task<SandboxServer> ConnectAsync(RealAutoPkg autoPkg)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Token = RecipeRun.Token }, TimeProvider.System, CancellationToken.None);
        autoPkg.Variables["KAPPA_EXECUTABLE"] = BuiltExecutable.Path;
        autoPkg.Variables["KANDJI_API_URL"] = sandbox.Origin.AbsoluteUri;
        autoPkg.Variables["KANDJI_TOKEN"] = RecipeRun.Token;
        return sandbox;
    }
}
