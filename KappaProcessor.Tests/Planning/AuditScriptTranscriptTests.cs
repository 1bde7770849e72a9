using System.Globalization;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>
/// Every branch of every behaviour of the audit script, each with its transcript: what an administrator reads, the exit
/// code, every tool called, and the file of delays as it is left.
/// </summary>
internal sealed class AuditScriptTranscriptTests
{
    private const string App = "/Applications/Firefox.app";

    private const string InHome = "/Users/alice/Applications/Firefox.app";

    private const string InstallerIcon = "/System/Library/CoreServices/Installer.app/Contents/Resources/AppIcon.icns";

    private static readonly DateTimeOffset Start = At("2026-01-10T09:30:00Z");

    private static readonly long AnHour = Some.Noon.AddHours(1).ToUnixTimeSeconds();

    private static readonly AuditBranch[] Finding =
    [
        new("never-filled", Empty) { Script = AuditScript.BuiltInTemplate },
        new AuditBranch("app-missing", Empty).From(Some.Noon, delayDays: 30),
        new("found-by-id", () => Web("128.0").SpotlightKnows("/Applications/Web/Browser.app")),
        new AuditBranch("found-by-id-alone", () => Web("128.0").SpotlightKnows("/Applications/Web/Browser.app"))
            .Due(Some.Firefox with { AppName = null }),
        new("found-by-id-without-spotlight", () => Empty()
            .WithFirefox("128.0", "/Library/Application Support/Acme/Browser.app")
            .WithApp("/Applications/Other.app", "CFBundleIdentifier=com.acme.other")
            .WithApp("/Applications/Empty.app")),
        new("found-by-name", () => Empty()
            .WithApp(App, "CFBundleIdentifier=org.mozilla.old", "CFBundleShortVersionString=128.0")
            .SpotlightKnowsByName(App)),
        new AuditBranch("found-by-name-alone", () => Firefox("128.0").SpotlightKnowsByName(App)).KnowingTheName(),
        new AuditBranch("found-by-name-in-a-subfolder", () => Empty()
            .WithFirefox("128.0", "/Applications/Web/Firefox.app")
            .SpotlightKnowsByName("/Applications/Web/Firefox.app")).KnowingTheName(),
        new("found-under-its-own-name-when-it-shows-another", () => Empty()
            .WithFirefox("127.0", App, "CFBundleDisplayName=Feuerfuchs", "CFBundleName=Feuerfuchs")
            .SpotlightKnows(App).Runs().UserAnswers("no answer")),
        new("found-by-way-of-the-data-volume", () => Empty().WithFirefox("128.0")
            .SpotlightKnows($"/System/Volumes/Data{App}")),
        new AuditBranch("found-with-a-space-at-the-end-of-its-name", () => Empty()
            .WithFirefox("127.0", "/Applications/Fire fox .app")
            .SpotlightKnowsByName("/Applications/Fire fox .app")
            .Runs().UserAnswers("no answer")).KnowingTheName("Fire fox .app"),
        new AuditBranch("found-with-its-suffix-in-capitals", () => Empty()
            .WithFirefox("127.0", "/Applications/Firefox.APP").Runs().UserAnswers("no answer"))
            .KnowingTheName("Firefox.APP"),
        new("found-in-home", () => Empty().WithFirefox("128.0", InHome).SpotlightKnows(InHome)),
        new AuditBranch("found-in-home-without-spotlight", () => Empty().WithFirefox("128.0", InHome)).KnowingTheName(),
        new("several-in-home-and-in-applications", () => Firefox("128.0").WithFirefox("999.0", InHome)
            .SpotlightKnows(InHome, App)),
        new("several-outside-of-applications", () => Empty()
            .WithFirefox("999.0", "/Library/Mozilla/Firefox.app").WithFirefox("128.0", "/Library/Firefox.app")
            .SpotlightKnows("/Library/Mozilla/Firefox.app", "/Library/Firefox.app")),
        new("several-in-applications", () => Firefox("128.0").WithFirefox("999.0", "/Applications/FF.app")
            .SpotlightKnows("/Applications/FF.app", App)),
        new("several-one-unknown-to-spotlight", () => Firefox("128.0").WithFirefox("999.0", "/Users/alice/Desktop/F.app")
            .SpotlightKnows("/Users/alice/Desktop/F.app")),
        new("stale-spotlight", () => Empty().WithApp("/Applications/Gone.app", "CFBundleIdentifier=com.acme.gone")
            .SpotlightKnows("/Applications/Gone.app", "/Applications/Never.app")),
        new("only-a-link-to-another-volume", () => OnlyAt("/Volumes/Data/Firefox.app")
            .WithLink(App, "/Volumes/Data/Firefox.app").SpotlightKnowsByName(App)),
        new("only-on-another-volume", () => OnlyAt("/Volumes/Data/Applications/Firefox.app")),
        new("only-on-a-system-volume", () => OnlyAt("/System/Volumes/Update/Firefox.app")),
        new("only-in-a-backup", () => OnlyAt("/Old/Backups.backupdb/mac/Firefox.app")),
        new("only-in-the-trash", () => OnlyAt("/Users/alice/.Trash/Firefox.app")),
        new("only-in-downloads", () => OnlyAt("/Users/alice/Downloads/Firefox.app")),
        new("only-in-a-cache", () => OnlyAt("/Users/alice/Library/Caches/Firefox.app")),
        new("only-in-a-bundle", () => Empty().WithFirefox("128.0", "/Applications/Suite.app/Contents/Firefox.app")),
    ];

    private static readonly AuditBranch[] Receipts =
    [
        new AuditBranch("receipt-missing", Empty).Due(Some.AgentPackage),
        new AuditBranch("receipt-pending", () => Receipt("<key>pkg-version</key><string>127.9</string>"))
            .From(Some.Noon, delayDays: 3, Some.AgentPackage),
        new AuditBranch("receipt-newer", () => Receipt("<key>pkg-version</key><string>128.1</string>"))
            .Due(Some.AgentPackage),
        new AuditBranch("receipt-equal", () => Receipt("<key>pkg-version</key><string>128.0</string>"))
            .Due(Some.AgentPackage),
        new AuditBranch("receipt-older", () => Receipt("<key>pkg-version</key><string>127.9</string>"))
            .Due(Some.AgentPackage),
        new AuditBranch("receipt-with-empty-version", () => Receipt("<key>pkg-version</key><string></string>"))
            .Due(Some.AgentPackage),
        new AuditBranch("receipt-without-version", () => Receipt("<key>install-time</key><integer>1</integer>"))
            .Due(Some.AgentPackage),
        new AuditBranch("receipt-unreadable", () => Receipt("<key>")).Due(Some.AgentPackage),
    ];

    private static readonly AuditBranch[] Deadlines =
    [
        new AuditBranch("pending-three-days", () => Old("2026-01-10T09:30:00Z")).From(Start, delayDays: 3),
        new AuditBranch("pending-days", () => Old("2026-01-11T10:31:00Z")).From(Start, delayDays: 3),
        new AuditBranch("pending-one-of-each", () => Old("2026-01-12T08:29:00Z")).From(Start, delayDays: 3),
        new AuditBranch("pending-hours", () => Old("2026-01-13T07:28:30Z")).From(Start, delayDays: 3),
        new AuditBranch("pending-seconds", () => Old("2026-01-13T09:29:01Z")).From(Start, delayDays: 3),
        new AuditBranch("pending-over-summer-time", () => Old("2026-03-28T12:00:00Z", "Europe/Berlin"))
            .From(At("2026-03-28T12:00:00Z"), delayDays: 2),
        new AuditBranch("pending-over-winter-time", () => Old("2026-10-24T12:00:00Z", "Europe/Berlin"))
            .From(At("2026-10-24T12:00:00Z"), delayDays: 2),
        new AuditBranch("pending-in-the-hour-that-is-left-out", () => Old("2026-03-29T00:30:00Z", "Europe/Berlin"))
            .From(At("2026-03-28T01:30:00Z"), delayDays: 1),
        new AuditBranch("pending-for-a-newer-version", () => Mac("2026-01-12T08:29:00Z", version: "129.0"))
            .From(Start, delayDays: 3),
        new AuditBranch("pending-while-open", () => Old("2026-01-12T08:29:00Z").Runs()).From(Start, delayDays: 3),
        new AuditBranch("due-this-second", () => Old("2026-01-13T09:30:00Z")).From(Start, delayDays: 3),
        new AuditBranch("due-at-once", () => Old("2026-01-10T09:30:00Z")).From(Start, delayDays: 0),
        new("due-for-want-of-a-time-stamp", () => Firefox("127.0"))
        {
            Script = Some.DueAudit().Replace("TIMESTAMP='", "TIMESTAMP='soon", StringComparison.Ordinal),
        },
    ];

    private static readonly AuditBranch[] Versions =
    [
        new("version-newer", () => Firefox("128.0.1")),
        new("version-equal", () => Firefox("128.0")),
        new("version-older", () => Firefox("127.0")),
        new AuditBranch("version-10.9-under-10.10", () => Firefox("10.9")).Enforcing("10.10"),
        new AuditBranch("version-10.10-over-10.9", () => Firefox("10.10")).Enforcing("10.9"),
        new AuditBranch("version-1.0-equals-1.0.0", () => Firefox("1.0")).Enforcing("1.0.0"),
        new AuditBranch("version-1.0.0-equals-1.0", () => Firefox("1.0.0")).Enforcing("1.0"),
        new AuditBranch("version-1.0b1-under-1.0", () => Firefox("1.0b1")).Enforcing("1.0"),
        new AuditBranch("version-1.0-over-1.0b1", () => Firefox("1.0")).Enforcing("1.0b1"),
        new AuditBranch("version-2024.1-build-4-under-5", () => Firefox("2024.1 (4)")).Enforcing("2024.1 (5)"),
        new AuditBranch("version-2024.1-build-5-equals-5", () => Firefox("2024.1 (5)")).Enforcing("2024.1 (5)"),
        new AuditBranch("version-2024.1-under-build-5", () => Firefox("2024.1")).Enforcing("2024.1 (5)"),
        new AuditBranch("version-with-spaces", () => Firefox(" 5.17 beta 2 ")).Enforcing("5.17 beta 10"),
        new("version-empty", () => Firefox("").Runs()),
        new("version-null", () => Firefox("null").Runs()),
        new("version-null-in-brackets", () => Firefox("(null)").Runs()),
        new("version-missing", () => Empty().WithApp(App, "CFBundleIdentifier=org.mozilla.firefox").SpotlightKnows(App)),
        new("version-of-the-build", () => Empty()
            .WithApp(App, "CFBundleIdentifier=org.mozilla.firefox", "CFBundleVersion=12824.6").SpotlightKnows(App)),
        new AuditBranch("version-without-a-property-list", () => Empty().WithApp(App)).KnowingTheName(),
    ];

    private static readonly AuditBranch[] Running =
    [
        new("not-running", () => Firefox("127.0")),
        new("agent", () => Firefox("127.0").Runs("UIElement")),
        new("in-the-background", () => Firefox("127.0").Runs("BackgroundOnly")),
        new("in-the-background-and-in-front", () => Open().Runs("BackgroundOnly", 4712).UserAnswers("no answer")),
        new("open-for-somebody-switched-out", () => Firefox("127.0").Runs(user: 502)),
        new("nobody-logged-in", () => Open().Says("console", "0 root")),
        new("login-window", () => Open().Says("console", "0 loginwindow")),
        new("setup-assistant", () => Open().Says("console", "248 _mbsetupuser")),
        new("no-console", () => Open().Says("console", "")),
    ];

    private static readonly AuditBranch[] Dialogs =
    [
        new("quit", () => Open().UserAnswers("Quit").QuitsWhenAsked()),
        new("quit-two-of-it", () => Open().Runs(pid: 4712).UserAnswers("Quit").QuitsWhenAsked()),
        new("quit-but-it-stays", () => Open().UserAnswers("Quit")),
        new("quit-after-it-was-started-anew", () => Open().IsStartedAnewBehindTheDialog()
            .UserAnswers("Quit").QuitsWhenAsked()),
        new("delay", () => Open().UserAnswers("Delay 1 Hour")),
        new("delay-not-stored", () => Open().UserAnswers("Delay 1 Hour").WithApp(AuditMac.Deferrals)),
        new("no-answer", () => Open().UserAnswers("no answer")),
        new("dialog-fails-once", () => Open().WithFile(InstallerIcon, "icns").UserAnswers("", "Delay 1 Hour")),
        new("dialog-fails-twice", () => Open().UserAnswers("", "")),
        new("dialog-with-an-unknown-answer", () => Open().UserAnswers("delay", "Delay")),
        new("second-time-quit", () => Delayed(1).UserAnswers("Quit").QuitsWhenAsked()),
        new("second-time-no-answer", () => Delayed(1).UserAnswers("no answer")),
        new("second-time-delay-is-no-answer", () => Delayed(1).UserAnswers("Delay 1 Hour", "Delay 1 Hour")),
    ];

    private static readonly AuditBranch[] Delays =
    [
        new("delay-running", () => Delayed(AnHour)),
        new("delay-running-but-it-was-quit", () => Firefox("127.0")
            .WithFile(AuditMac.Deferrals, Some.Deferrals("Firefox.app", "128.0", AnHour))),
        new("delay-running-irupkg", () => Open()
            .WithFile(AuditMac.IrupkgDeferrals, Some.Deferrals("Firefox.app", "128.0", AnHour))),
        new("delay-over", () => Delayed(Some.Noon.ToUnixTimeSeconds()).UserAnswers("no answer")),
        new("delay-over-irupkg", () => Open().UserAnswers("no answer")
            .WithFile(AuditMac.IrupkgDeferrals, Some.Deferrals("Firefox.app", "128.0", 1))),
        new("delay-by-a-wrong-clock", () => Delayed(AnHour + 1).UserAnswers("no answer")),
        new("delay-of-another-version", () => Delayed(AnHour, version: "127.0").UserAnswers("no answer")),
        new("delay-of-another-app", () => Delayed(AnHour, app: "Fox.app").UserAnswers("no answer")),
        new("delay-joins-others", () => Stored(
            "<key>A&amp;B.app</key><dict/><key>Note</key><string>x</string>"
            + "<key>Firefox.app</key><dict><key>127.0</key><integer>1</integer></dict>").UserAnswers("Delay 1 Hour")),
        new("delay-damaged", () => Open().WithFile(AuditMac.Deferrals, "damaged").UserAnswers("no answer")),
        new("delay-damaged-is-written-anew", () => Open().WithFile(AuditMac.Deferrals, "damaged")
            .UserAnswers("Delay 1 Hour")),
        new("delay-damaged-irupkg", () => Open().WithFile(AuditMac.IrupkgDeferrals, "").UserAnswers("no answer")),
        new("delay-cleared", () => Stored(
            "<key>Firefox.app</key><dict><key>129.0</key><integer>7</integer><key>128.0</key><integer>1</integer></dict>",
            version: "128.0")),
    ];

    private static IEnumerable<AuditBranch> All =>
        [.. Finding, .. Receipts, .. Deadlines, .. Versions, .. Running, .. Dialogs, .. Delays];

    private static IEnumerable<TestCaseData<AuditBranch>> Branches =>
        All.Select(branch => new TestCaseData<AuditBranch>(branch).SetArgDisplayNames(branch.Name));

    [TestCaseSource(nameof(Branches))]
    public async Task The_transcript_of(AuditBranch branch)
    {
        using var mac = branch.Mac();

        var run = await mac.RunAsync(branch.Script);

        Golden.Matches(run.Describe(), $"audit/{branch.Name}");
    }

    [Test]
    public void Every_transcript_belongs_to_one_branch() =>
        Assert.That(Golden.NamesIn("audit"), Is.EquivalentTo(All.Select(branch => branch.Name)));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static AuditMac Empty() => new();

    private static AuditMac Mac(string now, string timeZone = "UTC", string version = "127.0") =>
        new AuditMac { Now = At(now), TimeZone = timeZone }.WithFirefox(version).SpotlightKnows(App);

    private static AuditMac Old(string now, string timeZone = "UTC") => Mac(now, timeZone);

    private static AuditMac Firefox(string version) => Empty().WithFirefox(version).SpotlightKnows(App);

    private static AuditMac Web(string version) => Empty().WithFirefox(version, "/Applications/Web/Browser.app");

    private static AuditMac OnlyAt(string path) =>
        Empty().WithFirefox("128.0", path).SpotlightKnows(path).SpotlightKnowsByName(path);

    private static AuditMac Receipt(string content) =>
        Empty().Says("receipt", $"<plist version=\"1.0\"><dict>{content}</dict></plist>");

    /// <summary>Firefox is too old and in front.</summary>
    private static AuditMac Open() => Firefox("127.0").Runs();

    private static AuditMac Stored(string content, string version = "127.0") =>
        Firefox(version).Runs().WithFile(AuditMac.Deferrals, $"<plist version=\"1.0\"><dict>{content}</dict></plist>");

    private static AuditMac Delayed(long end, string app = "Firefox.app", string version = "128.0") =>
        Open().WithFile(AuditMac.Deferrals, Some.Deferrals(app, version, end));
}
