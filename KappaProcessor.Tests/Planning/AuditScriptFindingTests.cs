using CliWrap;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>Which app an audit script looks at; each way to find one has its transcript as well.</summary>
internal sealed class AuditScriptFindingTests
{
    [TestCase("/Applications/Firefox.app", "/Applications/Web/Firefox.app")]
    [TestCase("/Applications/Firefox.app", "/Applications/FF.app", TestName = "In Applications not under another name")]
    [TestCase("/Applications/Web/Firefox.app", "/Library/Firefox.app")]
    [TestCase("/Applications/Web/Firefox.app", "/Users/a/Applications/Firefox.app")]
    [TestCase("/Applications/Web/Browser.app", "/Users/a/F.app", TestName = "In Applications under another name")]
    [TestCase("/Users/b/Applications/Firefox.app", "/Users/alice/Applications/Firefox.app")]
    [TestCase("/Applications/A.app", "/Applications/B.app", TestName = "Of two paths of one length the first by name")]
    [TestCase("/Library/Firefox.app", "/Volumes/Backup/F.app", TestName = "Not on another volume")]
    [TestCase("/Library/Firefox.app", "/System/Volumes/Update/F.app", TestName = "Not on a system volume")]
    [TestCase("/Library/Firefox.app", "/private/tmp/F.app", TestName = "Not a temporary one")]
    [TestCase("/Users/alice/Applications/Firefox.app", "/Users/a/.Trash/F.app", TestName = "Not in the Trash")]
    [TestCase("/Users/alice/Applications/Firefox.app", "/Users/a/Downloads/F.app", TestName = "Not in Downloads")]
    [TestCase("/Users/alice/Applications/Firefox.app", "/Users/a/Library/Caches/F.app", TestName = "Not in a cache")]
    [TestCase("/Users/alice/Applications/Firefox.app", "/Old/Backups.backupdb/mac/F.app", TestName = "Not in a backup")]
    public async Task Of_several_the_one_in_Applications_counts_then_the_shortest_path(string chosen, string other)
    {
        using var mac = new AuditMac().WithFirefox("128.0", chosen).WithFirefox("999.0", other)
            .SpotlightKnows(other, chosen);

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain($"Found {chosen}, version 128.0.\n"));
    }

    [Test]
    public async Task An_app_in_its_place_counts_even_if_Spotlight_knows_only_a_copy_of_it()
    {
        using var mac = new AuditMac().WithFirefox("127.0").WithFirefox("999.0", "/Users/alice/Desktop/Firefox.app")
            .SpotlightKnows("/Users/alice/Desktop/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain("Found /Applications/Firefox.app, version 127.0.\n"));
    }

    [Test]
    public async Task An_app_with_a_fifo_for_its_property_list_does_not_hang_the_script()
    {
        using var mac = new AuditMac().WithApp("/Applications/Firefox.app/Contents");
        await Cli.Wrap("mkfifo")
            .WithArguments($"{mac.Disk}/Applications/Firefox.app/Contents/Info.plist")
            .ExecuteAsync();

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain("Found /Applications/Firefox.app, version unreadable.\n"));
    }
}
