using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>Which app or receipt an audit script looks at, and that a missing one is installed at once.</summary>
internal sealed class AuditScriptFindingTests
{
    private const string Home = "/Users/alice";

    [Test]
    public async Task An_app_that_is_missing_is_installed_whatever_the_delay()
    {
        using var mac = new AuditMac();

        var run = await mac.RunAsync(AuditScript.Fill(Some.AuditPlan(delayDays: 30), Some.Firefox, Some.Noon).Text);

        Golden.Matches(run.Describe(), "audit/app-missing");
    }

    [Test]
    public async Task An_app_is_found_by_its_bundle_id_under_any_name()
    {
        using var mac = new AuditMac().WithFirefox("128.0", "/Applications/Web/Browser.app")
            .SpotlightKnows("/Applications/Web/Browser.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/found-by-bundle-id");
    }

    [Test]
    public async Task Without_Spotlight_the_folders_of_apps_are_searched_for_the_bundle_id()
    {
        using var mac = new AuditMac().WithFirefox("128.0", "/Library/Application Support/Acme/Browser.app")
            .WithApp("/Applications/Other.app", "CFBundleIdentifier=com.acme.other")
            .WithApp("/Applications/Empty.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/found-by-search");
    }

    [Test]
    public async Task The_search_does_not_go_into_bundles()
    {
        using var mac = new AuditMac().WithFirefox("128.0", "/Applications/Suite.app/Contents/Apps/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain("It was not found"));
    }

    [Test]
    public async Task An_app_with_another_bundle_id_is_found_by_its_name()
    {
        string[] plist = ["CFBundleIdentifier=org.mozilla.old", "CFBundleShortVersionString=128.0"];
        using var mac = new AuditMac().WithApp("/Applications/Firefox.app", plist)
            .SpotlightKnowsByName("/Applications/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/found-by-name");
    }

    [Test]
    public async Task Without_Spotlight_an_app_is_found_by_its_name_in_the_user_s_own_folder()
    {
        using var mac = new AuditMac().WithFirefox("128.0", $"{Home}/Applications/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit(Some.Firefox with { BundleId = null }));

        Golden.Matches(run.Describe(), "audit/found-in-home");
    }

    [Test]
    public async Task An_app_known_by_its_bundle_id_alone_is_found()
    {
        using var mac = new AuditMac().WithFirefox("128.0").SpotlightKnows("/Applications/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit(Some.Firefox with { AppName = null }));

        Assert.That(run.Report, Does.StartWith(
            "Looking for org.mozilla.firefox.\nFound /Applications/Firefox.app, version 128.0.\n"));
    }

    [Test]
    public async Task A_stale_answer_of_Spotlight_is_not_believed()
    {
        using var mac = new AuditMac().WithApp("/Applications/Gone.app", "CFBundleIdentifier=com.acme.gone")
            .SpotlightKnows("/Applications/Gone.app", "/Applications/Never.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain("It was not found"));
    }

    [TestCase("/Applications/Firefox.app", "/Applications/Web/Firefox.app")]
    [TestCase("/Applications/Web/Firefox.app", "/Library/Firefox.app")]
    [TestCase("/Applications/Web/Firefox.app", "/Users/a/Applications/Firefox.app")]
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
    public async Task A_path_by_way_of_the_data_volume_is_the_same_place()
    {
        using var mac = new AuditMac().WithFirefox("128.0")
            .SpotlightKnows("/System/Volumes/Data/Applications/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain("Found /Applications/Firefox.app, version 128.0.\n"));
    }

    [Test]
    public async Task The_version_is_the_bundle_version_when_there_is_no_short_one()
    {
        using var mac = new AuditMac()
            .WithApp("/Applications/Firefox.app", "CFBundleIdentifier=org.mozilla.firefox", "CFBundleVersion=12824.6")
            .SpotlightKnows("/Applications/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain("version 12824.6.\n"));
    }

    [Test]
    public async Task A_package_is_known_by_its_receipt()
    {
        using var mac = new AuditMac().Says("receipt", Receipt("<key>pkg-version</key><string>128.0</string>"));

        var run = await mac.RunAsync(Some.DueAudit(Some.AgentPackage));

        Golden.Matches(run.Describe(), "audit/receipt-present");
    }

    [Test]
    public async Task A_package_with_an_older_receipt_is_installed_without_asking()
    {
        using var mac = new AuditMac().Says("receipt", Receipt("<key>pkg-version</key><string>127.9</string>"));

        var run = await mac.RunAsync(Some.DueAudit(Some.AgentPackage));

        Golden.Matches(run.Describe(), "audit/receipt-older");
    }

    [Test]
    public async Task A_package_without_a_receipt_is_installed()
    {
        using var mac = new AuditMac();

        var run = await mac.RunAsync(Some.DueAudit(Some.AgentPackage));

        Golden.Matches(run.Describe(), "audit/receipt-missing");
    }

    [TestCase("<key>pkg-version</key><string></string>")]
    [TestCase("<key>install-time</key><integer>1</integer>")]
    [TestCase("<key>")]
    public async Task A_package_with_an_unreadable_receipt_is_installed(string content)
    {
        using var mac = new AuditMac().Says("receipt", Receipt(content));

        var run = await mac.RunAsync(Some.DueAudit(Some.AgentPackage));

        Golden.Matches(run.Describe(), "audit/receipt-unreadable");
    }

    [Test]
    public async Task A_template_that_was_never_filled_in_enforces_nothing()
    {
        using var mac = new AuditMac();

        var run = await mac.RunAsync(AuditScript.BuiltInTemplate);

        Golden.Matches(run.Describe(), "audit/never-filled");
    }

    private static string Receipt(string content) => $"<plist version=\"1.0\"><dict>{content}</dict></plist>";
}
