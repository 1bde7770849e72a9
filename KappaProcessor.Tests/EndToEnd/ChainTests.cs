using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary>The shim in Python, the built executable, and a tenant: what AutoPkg runs, but for AutoPkg itself.</summary>
[Category(BuiltExecutable.Category)]
internal sealed class ChainTests
{
    [Test]
    public async Task The_shim_brings_the_executables_results_into_AutoPkgs_environment()
    {
        await using var sandbox = await SandboxAsync();
        using var folder = new TempFolder();
        using var shim = ShimAt(sandbox);

        var run = await shim.RunAsync(World(Package(folder), "'verbose': 1"));

        var environment = JObject.Parse(run.Environment!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Error, Is.Null, run.Output);
            Assert.That((string?)environment["kandji_custom_app_id"], Is.EqualTo(sandbox.Tenant.App("Teapot").Id.Value));
            Assert.That((string?)environment["kappa_summary_result"]!["data"]!["action"], Is.EqualTo("created"));
            Assert.That(run.Output, Does.Contain("KAPPA: Created 'Teapot'"));
        }
    }

    [Test]
    public async Task A_failing_tenant_is_the_ProcessorErrors_sentence()
    {
        await using var sandbox = await SandboxAsync();
        sandbox.Faults.Add(SandboxFaults.Parse("list:403*"));
        using var folder = new TempFolder();
        using var shim = ShimAt(sandbox);

        var run = await shim.RunAsync(World(Package(folder), "'verbose': 0"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Error, Does.Contain("403").And.Contain("permission"));
            Assert.That(run.Error, Does.Not.Contain("Traceback"));
            Assert.That(run.Error!.Split('\n'), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task No_token_is_in_what_AutoPkg_prints_or_keeps()
    {
        await using var sandbox = await SandboxAsync();
        using var folder = new TempFolder();
        using var shim = ShimAt(sandbox);

        var run = await shim.RunAsync(World(Package(folder), "'verbose': 3"));

        Assert.That(run.Output + run.Environment + run.Error, Does.Not.Contain(RecipeRun.Token));
    }

    private static Task<SandboxServer> SandboxAsync() =>
        SandboxServer.StartAsync(new SandboxOptions { Token = RecipeRun.Token }, TimeProvider.System, CancellationToken.None);

    private static ShimUnderTest ShimAt(SandboxServer sandbox)
    {
        var shim = new ShimUnderTest();
        shim.Variables["KAPPA_EXECUTABLE"] = BuiltExecutable.Path;
        shim.Variables["KANDJI_API_URL"] = sandbox.Origin.AbsoluteUri;
        shim.Variables["KANDJI_TOKEN"] = RecipeRun.Token;
        shim.Variables["HOME"] = shim[""];
        shim.Variables["XDG_CACHE_HOME"] = null;
        return shim;
    }

    private static string Package(TempFolder folder)
    {
        using var file = File.Create(folder["Teapot-1.0.pkg"]);
        SamplePackage.Write(file, new SampleApplication("Teapot", "org.example.teapot", "1.0"));
        return file.Name;
    }

    private static string World(string package, string more) =>
        $$"""env = {'NAME': 'Teapot', 'prod_name': 'Teapot', 'pkg_path': {{JsonConvert.ToString(package)}}, {{more}}}""";
}
