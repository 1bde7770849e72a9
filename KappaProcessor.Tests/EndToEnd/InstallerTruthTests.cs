using Kappa.Planning;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>What the installer really holds decides what is enforced, whatever else is said of it.</summary>
internal sealed class InstallerTruthTests
{
    private const string Audited = """{ "li_enforcement": { "type": "audit_enforce" } }""";

    [Test]
    public async Task What_the_payload_says_wins_over_PackageInfo_and_recipe_with_a_warning_each()
    {
        await using var run = await StartAsync(Package("org.mozilla.nightly", "129.0"));
        run.With("version", "128.0").With("bundleid", "org.mozilla.firefox").With("app_name", "Firefox");

        var result = await run.GoAsync();

        var script = Script(run);
        Assert.That((script.AppName, script.BundleId, script.Version), Is.EqualTo(("Firefox.app", "org.mozilla.nightly", "129.0")));
        Assert.That(result.Warnings, Is.EqualTo((string[])
        [
            "WARNING: The recipe says bundleid 'org.mozilla.firefox', the installer 'org.mozilla.nightly' "
                + "(Payload: Firefox.app/Contents/Info.plist); the installer's is used.",
            "WARNING: The recipe says version '128.0', the installer '129.0' "
                + "(Payload: Firefox.app/Contents/Info.plist); the installer's is used.",
        ]));
    }

    [Test]
    public async Task A_payload_without_the_application_that_is_named_enforces_the_receipt()
    {
        await using var run = await StartAsync(PackageBuilder.Component(
            payload: PackageBuilder.Payload(new CpioBuilder().With("./readme.txt", "hello"))).Build());

        await run.GoAsync();

        var script = Script(run);
        Assert.That((script.AppName, script.PackageId), Is.EqualTo(((string?)null, "org.mozilla.firefox.pkg")));
    }

    [Test]
    public async Task A_payload_that_cannot_be_read_fails_before_an_app_points_at_it()
    {
        await using var run = await StartAsync(PackageBuilder.Component(
            payload: PackageBuilder.Payload()[..^30]).Build());

        var result = await run.GoAsync();

        Assert.That(result.Error, Does.Contain("is damaged: Payload, cpio archive"));
        Assert.That(run.Steps, Has.None.EqualTo(SandboxStep.Create));
    }

    [TestCase("install_once")]
    [TestCase("self_service")]
    public async Task The_payload_is_left_alone_when_no_script_needs_it(string enforcement)
    {
        await using var run = await StartAsync(PackageBuilder.Component(
            payload: PackageBuilder.Payload()[..^30]).Build());
        run.With("enforcement_type", enforcement);

        var result = await run.GoAsync();

        Assert.That((result.ExitCode, result.Actions.Single()), Is.EqualTo((ExitCode.Done, "created")), result.Log);
    }

    [Test]
    public async Task A_dry_run_reads_the_payload_and_fails_where_a_run_would()
    {
        await using var run = await StartAsync(PackageBuilder.Component(
            payload: PackageBuilder.Payload()[..^30]).Build());
        run.With("dry_run", true);

        var result = await run.GoAsync();

        Assert.That(result.Error, Does.Contain("is damaged: Payload, cpio archive"));
    }

    private static byte[] Package(string id, string version) => PackageBuilder.Component(
        payload: PackageBuilder.Payload(new CpioBuilder()
            .WithApplication("./Firefox.app", Some.InfoPlist(id, version)))).Build();

    private static async Task<RecipeRun> StartAsync(byte[] package)
    {
        var run = await RecipeRun.StartAsync();
        var path = run.Folder["Firefox.pkg"];
        await File.WriteAllBytesAsync(path, package);
        return run.WithConfig(Audited).With("pkg_path", path);
    }

    private static AuditScriptFacts Script(RecipeRun run) =>
        AuditScriptFacts.TryRead(run.App("Teapot (AutoPkg)").AuditScript!)!;
}
