using System.Globalization;
using CliWrap;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>When an audit script begins to enforce, and which versions it lets pass.</summary>
internal sealed class AuditScriptDeadlineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 10, 9, 30, 0, TimeSpan.Zero);

    [TestCase("2026-01-10T09:30:00Z", "3 days")]
    [TestCase("2026-01-10T09:30:01Z", "2 days, 23 hours, 59 minutes")]
    [TestCase("2026-01-11T10:31:00Z", "1 day, 22 hours, 59 minutes")]
    [TestCase("2026-01-12T08:29:00Z", "1 day, 1 hour, 1 minute")]
    [TestCase("2026-01-12T09:30:00Z", "1 day")]
    [TestCase("2026-01-13T07:28:30Z", "2 hours, 1 minute")]
    [TestCase("2026-01-13T09:29:01Z", "less than a minute")]
    public async Task Before_the_deadline_the_report_says_how_long_it_is_off(string now, string remaining)
    {
        using var mac = MacWithFirefox("127.0", now);

        var run = await mac.RunAsync(AuditScript.Fill(Some.AuditPlan(), Some.Firefox, Start).Text);

        Assert.That(run.Report, Does.EndWith(
            $"is enforced from 2026-01-13 09:30 UTC on, in {remaining}. Nothing to do until then.\n"));
    }

    [Test]
    public async Task Before_the_deadline_an_older_version_passes()
    {
        using var mac = MacWithFirefox("127.0", "2026-01-11T10:31:00Z");

        var run = await mac.RunAsync(AuditScript.Fill(Some.AuditPlan(), Some.Firefox, Start).Text);

        Golden.Matches(run.Describe(), "audit/deadline-pending");
    }

    [Test]
    public async Task A_deadline_beyond_a_change_of_the_clocks_is_shown_in_the_time_of_its_own_day()
    {
        using var mac = MacWithFirefox("127.0", "2026-03-28T12:00:00Z", "Europe/Berlin");

        var run = await mac.RunAsync(AuditScript.Fill(Some.AuditPlan(delayDays: 2), Some.Firefox, mac.Now).Text);

        Golden.Matches(run.Describe(), "audit/deadline-pending-dst");
    }

    [Test]
    public async Task The_second_of_the_deadline_is_enforced()
    {
        using var mac = MacWithFirefox("127.0", "2026-01-13T09:30:00Z");

        var run = await mac.RunAsync(AuditScript.Fill(Some.AuditPlan(), Some.Firefox, Start).Text);

        Golden.Matches(run.Describe(), "audit/due-older");
    }

    [Test]
    public async Task The_enforced_version_passes()
    {
        using var mac = MacWithFirefox("128.0.0");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/due-equal");
    }

    [Test]
    public async Task A_newer_version_passes()
    {
        using var mac = MacWithFirefox("128.0.1");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/due-newer");
    }

    [TestCase("10.9", "10.10", 1)]
    [TestCase("10.10", "10.9", 0)]
    [TestCase("1.0", "1.0.0", 0)]
    [TestCase("1.0b1", "1.0", 1)]
    [TestCase("1.0", "1.0b1", 0)]
    [TestCase("2024.1 (4)", "2024.1 (5)", 1)]
    [TestCase("2024.1 (5)", "2024.1 (5)", 0)]
    public async Task The_deadline_over_the_version_decides(string installed, string enforced, int exitCode)
    {
        using var mac = MacWithFirefox(installed);

        var run = await mac.RunAsync(Some.DueAudit(Some.Firefox with { Version = enforced }));

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("(null)")]
    public async Task An_app_whose_version_cannot_be_read_is_installed(string version)
    {
        using var mac = MacWithFirefox(version).Runs();

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That((run.ExitCode, run.CallsOf("osascript").Count()), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task An_app_without_any_version_is_installed()
    {
        using var mac = new AuditMac().WithApp("/Applications/Firefox.app", "CFBundleIdentifier=org.mozilla.firefox")
            .SpotlightKnows("/Applications/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/version-unreadable");
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

    private static AuditMac MacWithFirefox(
        string version,
        string now = "2026-01-15T12:00:00Z",
        string timeZone = "UTC") =>
        new AuditMac { Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZone = timeZone }
            .WithFirefox(version)
            .SpotlightKnows("/Applications/Firefox.app");
}
