using Kappa.Planning;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>
/// The whole way of a value that someone put into an installer: Info.plist, payload, package, run, tenant, and the
/// script in zsh on a Mac.
/// </summary>
internal sealed class HostileInfoPlistTests
{
    private const string Audited = """
        { "li_enforcement": { "type": "audit_enforce", "delays": { "prod": 0 } } }
        """;

    private static IEnumerable<TestCaseData<HostileText>> Carried => Rows(row => row.IsCarried && row.IsFolderName);

    private static IEnumerable<TestCaseData<HostileText>> Refused => Rows(row => !row.IsCarried);

    [TestCaseSource(nameof(Carried))]
    public async Task Arrives_as_the_letters_that_it_is(HostileText row)
    {
        await using var run = await StartAsync(row.FolderName, row.InfoPlist());
        var result = await run.GoAsync();
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
        var script = run.App("Teapot (AutoPkg)").AuditScript!;
        using var mac = new AuditMac { Now = run.Clock.GetUtcNow().AddDays(1) }
            .WithApp("/Applications/Decoy.app", "CFBundleIdentifier=com.acme.decoy", "CFBundleShortVersionString=99")
            .WithApp($"/Applications/{row.FolderName}", $"CFBundleIdentifier={row.Text}", "CFBundleShortVersionString=1")
            .SpotlightKnows("/Applications/Decoy.app", $"/Applications/{row.FolderName}");

        var audit = await mac.RunAsync(script);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(AuditScriptFacts.TryRead(script)!.BundleId, Is.EqualTo(row.Text));
            Assert.That(AuditScriptFacts.TryRead(script)!.Version, Is.EqualTo($"9{row.Text}".Trim()));
            Assert.That(audit.Report, Does.Contain($"\nFound /Applications/{row.FolderName}, version 1.\n"));
            Assert.That(audit.CallsOf("canary"), Is.Empty);
            Assert.That(audit.Errors, Is.Empty);
        }
    }

    [TestCaseSource(nameof(Refused))]
    public async Task Is_refused_before_anything_is_uploaded(HostileText row)
    {
        await using var run = await StartAsync("Teapot.app", row.InfoPlist());

        var result = await run.GoAsync();

        Assert.That(result.Error, Does.Match("has the control character U\\+[0-9A-F]{4} at position"));
        Assert.That(run.Steps, Has.None.EqualTo(SandboxStep.Upload).And.None.EqualTo(SandboxStep.Create));
    }

    private static async Task<RecipeRun> StartAsync(string folder, byte[] infoPlist)
    {
        var files = new CpioBuilder()
            .With($"./{folder}/Contents/Info.plist", infoPlist)
            .With($"./{folder}/Contents/MacOS/run", new byte[100]);
        var package = PackageBuilder.Component(Some.PackageInfo(content: ""), PackageBuilder.Payload(files));
        var run = await RecipeRun.StartAsync();
        return run.WithConfig(Audited).With("pkg_path", run.Folder.Write("Teapot.pkg", package.Build()));
    }

    private static IEnumerable<TestCaseData<HostileText>> Rows(Func<HostileText, bool> wanted) => HostileTexts.All
        .Select((row, number) => (row, number))
        .Where(one => wanted(one.row))
        .Select(one => new TestCaseData<HostileText>(one.row).SetArgDisplayNames($"row {one.number}"));
}
