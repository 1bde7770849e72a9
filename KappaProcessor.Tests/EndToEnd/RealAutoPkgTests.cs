using System.Security.Cryptography;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary>The shim in AutoPkg itself: <c>AUTOPKG=…/Code/autopkg dotnet test Kappa.sln</c>.</summary>
[Category("AutoPkg")]
internal sealed class RealAutoPkgTests
{
    private const string Created =
        """
        request = read_request()
        note(request)
        log('1', 'Firefox (AutoPkg): created')
        answer({
            'kappa_changed': True,
            'kappa_summary_result': {
                'summary_text': 'The following Custom Apps changed:',
                'report_fields': ['name', 'action'],
                'data': {'name': 'Firefox (AutoPkg)', 'action': 'created'},
            },
        })
        """;

    [Test]
    public async Task A_recipe_finds_the_step_by_the_stubs_identifier()
    {
        using var autopkg = WithExecutable(Created);

        var run = await autopkg.RunAsync("run", "-v", "Firefox.pkg");

        Assert.That(
            run.StandardOutput, Does.Contain("io.kandji.kappa/KAPPA\nKAPPA: Firefox (AutoPkg): created\n"));
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_recipe_without_the_step_gets_it_as_a_postprocessor()
    {
        using var autopkg = WithExecutable(Created, steps: "");

        var run = await autopkg.RunAsync("run", "-v", "Firefox.pkg", "--post", "io.kandji.kappa/KAPPA");

        Assert.That(run.StandardOutput, Does.Contain("KAPPA: Firefox (AutoPkg): created\n"));
    }

    [Test]
    public async Task The_executable_gets_what_earlier_steps_and_AutoPkg_know()
    {
        using var autopkg = WithExecutable(Created);

        await autopkg.RunAsync("run", "Firefox.pkg");

        var request = Request(autopkg);
        var cache = autopkg["cache/com.example.pkg.Firefox"];
        Assert.That((string?)request["pkg_path"], Is.EqualTo($"{cache}/Firefox-128.0.pkg"));
        Assert.That((string?)request["RECIPE_PATH"], Is.EqualTo(autopkg["recipes/Firefox.pkg.recipe"]));
    }

    [Test]
    public async Task An_overrides_Input_needs_no_Arguments_in_the_step()
    {
        using var autopkg = WithExecutable(Created);
        autopkg.WriteOverride(
            "Firefox",
            """
            <key>ss_category</key><string>Productivity</string>
            <key>enforcement_delay</key><integer>7</integer>
            """);

        await autopkg.RunAsync("run", "Firefox.pkg", "-k", "test_category=Utilities");

        var request = Request(autopkg);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)request["ss_category"], Is.EqualTo("Productivity"));
            Assert.That((int?)request["enforcement_delay"], Is.EqualTo(7));
            Assert.That((string?)request["test_category"], Is.EqualTo("Utilities"));
        }
    }

    [Test]
    public async Task AutoPkgs_summary_has_a_row_for_the_app()
    {
        using var autopkg = WithExecutable(Created);

        var run = await autopkg.RunAsync("run", "Firefox.pkg");

        Assert.That(run.StandardOutput, Does.Match(
            @"The following Custom Apps changed:\n +Name +Action +\n +---- +------ +\n +Firefox \(AutoPkg\) +created"));
    }

    [Test]
    public async Task A_failure_is_listed_with_our_sentence_and_without_a_traceback()
    {
        using var autopkg = WithExecutable("log('E', 'The token was refused. Make a new one.'); sys.exit(10)");

        var run = await autopkg.RunAsync("run", "Firefox.pkg");

        Assert.That(run.StandardOutput, Does.Contain(
            "The following recipes failed:\n    Firefox.pkg\n        Error in com.example.pkg.Firefox: "
            + "Processor: io.kandji.kappa/KAPPA: Error: The token was refused. Make a new one.\n"));
        Assert.That(run.StandardOutput + run.StandardError, Does.Not.Contain("Traceback"));
        Assert.That(run.ExitCode, Is.EqualTo(70));
    }

    [Test]
    public async Task Without_v_nothing_is_printed_but_errors()
    {
        using var autopkg = WithExecutable(Created);

        var run = await autopkg.RunAsync("run", "Firefox.pkg");

        Assert.That(run.StandardOutput, Does.Not.Contain("KAPPA:"));
    }

    [TestCase("SIGINT", 130)]
    [TestCase("SIGTERM", 143)]
    public async Task A_signal_ends_the_executable_and_then_AutoPkg(string signal, int exitCode)
    {
        using var autopkg = WithExecutable(
            $"""
            hold_back(signal.SIGTERM)
            tell_autopkg(signal.{signal})
            wait_for(signal.SIGTERM)
            log('E', 'Interrupted before anything was uploaded.')
            sys.exit(130)
            """);

        var run = await autopkg.RunAsync("run", "Firefox.pkg");

        Assert.That(run.StandardOutput, Does.EndWith("KAPPA: Interrupted before anything was uploaded.\n"));
        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public async Task An_overrides_trust_covers_the_shim()
    {
        using var autopkg = WithExecutable(Created);
        var trusting = autopkg.WriteOverride("Firefox", "<key>ss_category</key><string>Apps</string>");

        await autopkg.RunAsync("update-trust-info", "Firefox.pkg");
        var verified = await autopkg.RunAsync("verify-trust-info", "Firefox.pkg");

        var hash = SHA256.HashData(File.ReadAllBytes(SourceTree.At("shim", "KAPPA.py")));
        Assert.That(File.ReadAllText(trusting), Does.Contain(Convert.ToHexStringLower(hash)));
        Assert.That(verified.ExitCode, Is.Zero);
    }

    [TestCase("Firefox-Pilot.kandji", "com.github.autopkg.pkg.Firefox_EN")]
    [TestCase("GoogleChrome-EarlyAccess.kandji", "com.github.autopkg.pkg.googlechrome")]
    public async Task An_example_runs_after_its_parent(string example, string parent)
    {
        using var autopkg = WithExecutable(Created);
        autopkg.WriteRecipe("Parent", autopkg["Firefox-128.0.pkg"], identifier: parent);

        var run = await autopkg.RunAsync("run", example);

        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That((string?)Request(autopkg)["test_category"], Is.EqualTo("Utilities"));
    }

    [Test]
    public async Task Processor_info_lists_the_variables()
    {
        using var autopkg = new RealAutoPkg();

        var info = await autopkg.RunAsync("processor-info", "--recipe", "io.kandji.kappa", "KAPPA");

        Assert.That(info.StandardOutput, Does.Contain("ss_category:").And.Contain("kappa_summary_result:"));
    }

    /// <summary>The recipe Firefox.pkg and a stand-in for the executable.</summary>
    private static RealAutoPkg WithExecutable(string program, string? steps = null)
    {
        var autopkg = new RealAutoPkg();
        autopkg.WriteRecipe("Firefox", autopkg["Firefox-128.0.pkg"], steps: steps ?? RealAutoPkg.KappaStep());
        autopkg.Write("Firefox-128.0.pkg", "not read by the stand-in");
        autopkg.Variables["KAPPA_EXECUTABLE"] = StandIn.Place(autopkg["kappa"], program);
        return autopkg;
    }

    private static JObject Request(RealAutoPkg autopkg) =>
        JObject.Parse(File.ReadAllText(autopkg["note.json"]));
}
