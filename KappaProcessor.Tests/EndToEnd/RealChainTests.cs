using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>AutoPkg itself, the shim, the built executable, and a tenant.</summary>
[Category("AutoPkg")]
internal sealed class RealChainTests
{
    [Test]
    public async Task A_recipe_ends_in_a_Custom_App_and_a_second_run_leaves_it_alone()
    {
        using var autoPkg = new RealAutoPkg();
        await using var sandbox = await ConnectAsync(autoPkg);
        var recipe = autoPkg.WriteRecipe("Teapot", Package(autoPkg), steps: RealAutoPkg.KappaStep(
            "<key>prod_name</key><string>Teapot</string><key>enforcement_type</key><string>audit_enforce</string>"));

        var first = await autoPkg.RunAsync("run", "-v", recipe);
        var second = await autoPkg.RunAsync("run", "-v", recipe);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StandardOutput, Does.Contain("changed or need a look").And.Contain("created"));
            Assert.That(sandbox.Tenant.App("Teapot").AuditScript, Does.Contain("BUNDLE_ID='org.example.teapot'"));
            Assert.That(second.StandardOutput, Does.Contain("Unchanged: 'Teapot'"));
            Assert.That(second.StandardOutput, Does.Not.Contain("changed or need a look"));
            Assert.That(sandbox.Requests.Count(request => request.Step == SandboxStep.Upload), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task An_override_sets_category_and_enforcement()
    {
        using var autoPkg = new RealAutoPkg();
        await using var sandbox = await ConnectAsync(autoPkg);
        autoPkg.WriteRecipe("Teapot", Package(autoPkg), steps: RealAutoPkg.KappaStep());
        var recipe = autoPkg.WriteOverride("Teapot", """
            <key>NAME</key><string>Teapot</string>
            <key>ss_category</key><string>Productivity</string>
            <key>show_in_self_service</key><true/>
            <key>enforcement_type</key><string>install_once</string>
            """);

        var run = await autoPkg.RunAsync("run", "-v", recipe);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.StandardOutput, Does.Contain("Productivity"), run.StandardError);
            Assert.That(sandbox.Tenant.App("Teapot (AutoPkg)").Enforcement, Is.EqualTo(Enforcement.InstallOnce));
        }
    }

    [Test]
    public async Task A_failing_tenant_makes_AutoPkg_list_the_recipe_as_failed()
    {
        using var autoPkg = new RealAutoPkg();
        await using var sandbox = await ConnectAsync(autoPkg);
        sandbox.Faults.Add(SandboxFaults.Parse("list:401*"));
        var recipe = autoPkg.WriteRecipe("Teapot", Package(autoPkg), steps: RealAutoPkg.KappaStep());

        var run = await autoPkg.RunAsync("run", recipe);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Not.Zero);
            Assert.That(run.StandardOutput, Does.Contain("The following recipes failed").And.Contain("401"));
        }
    }

    [Test]
    public async Task No_token_is_in_what_AutoPkg_prints_at_its_loudest_or_keeps_in_receipts()
    {
        using var autoPkg = new RealAutoPkg();
        await using var sandbox = await ConnectAsync(autoPkg);
        var recipe = autoPkg.WriteRecipe("Teapot", Package(autoPkg), steps: RealAutoPkg.KappaStep());

        var run = await autoPkg.RunAsync("run", "-vvv", "--report-plist", autoPkg["report.plist"], recipe);

        var receipts = Directory.EnumerateFiles(autoPkg["cache"], "*.plist", SearchOption.AllDirectories).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipts, Is.Not.Empty);
            Assert.That(
                string.Concat(receipts.Append(autoPkg["report.plist"]).Select(File.ReadAllText)),
                Does.Contain("Teapot (AutoPkg)").And.Not.Contain(RecipeRun.Token));
            Assert.That(run.StandardOutput + run.StandardError, Does.Not.Contain(RecipeRun.Token));
        }
    }

    private static async Task<SandboxServer> ConnectAsync(RealAutoPkg autoPkg)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Token = RecipeRun.Token }, TimeProvider.System, CancellationToken.None);
        autoPkg.Variables["KAPPA_EXECUTABLE"] = BuiltExecutable.Path;
        autoPkg.Variables["KANDJI_API_URL"] = sandbox.Origin.AbsoluteUri;
        autoPkg.Variables["KANDJI_TOKEN"] = RecipeRun.Token;
        return sandbox;
    }

    private static string Package(RealAutoPkg autoPkg)
    {
        using var file = File.Create(autoPkg["Teapot-1.0.pkg"]);
        SamplePackage.Write(file, new SampleApplication("Teapot", "org.example.teapot", "1.0"));
        return file.Name;
    }
}
