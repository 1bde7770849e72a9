using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>What an audit script does about an app that is too old and in use.</summary>
internal sealed class AuditScriptDialogTests
{
    private const string Ours = "/Library/Preferences/io.kandji.enforcement.delay.plist";

    private const string Irupkgs = "/Library/Preferences/com.iru.irupkg.enforcement.delay.plist";

    private const string InstallerIcon = "/System/Library/CoreServices/Installer.app/Contents/Resources/AppIcon.icns";

    private static readonly long AnHour = Some.Noon.AddHours(1).ToUnixTimeSeconds();

    [Test]
    public async Task An_app_that_is_not_running_is_updated_without_a_word()
    {
        using var mac = OldFirefox();

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/not-running");
    }

    [TestCase("UIElement")]
    [TestCase("BackgroundOnly")]
    public async Task An_app_in_the_background_is_updated_without_a_word(string type)
    {
        using var mac = OldFirefox().Runs(type);

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/in-the-background");
    }

    [Test]
    public async Task Quit_closes_the_app_and_installs()
    {
        using var mac = OldFirefox().Runs().UserAnswers("Quit").QuitsWhenAsked();

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/quit");
    }

    [Test]
    public async Task Quit_installs_after_half_a_minute_when_the_app_stays()
    {
        using var mac = OldFirefox().Runs().UserAnswers("Quit");

        var run = await mac.RunAsync(Some.DueAudit());

        var seconds = run.CallsOf("sleep").Count(call => call[1] == "1");
        Golden.Matches($"{run.Report}exit {run.ExitCode} after {seconds} seconds\n", "audit/quit-but-it-stays");
    }

    [Test]
    public async Task Delay_stores_an_hour_for_this_app_and_version()
    {
        using var mac = OldFirefox().Runs().UserAnswers("Delay 1 Hour");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe() + "\n" + mac.ReadFile(Ours), "audit/delay");
    }

    [Test]
    public async Task A_running_delay_leaves_the_user_alone()
    {
        using var mac = OldFirefox().Runs().WithFile(Ours, Deferrals("Firefox.app", "128.0", AnHour));

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/delay-running");
    }

    [Test]
    public async Task A_running_delay_that_irupkg_stored_counts()
    {
        using var mac = OldFirefox().Runs().WithFile(Irupkgs, Deferrals("Firefox.app", "128.0", AnHour));

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/delay-running-irupkg");
    }

    [Test]
    public async Task A_running_delay_does_not_hold_up_an_app_that_was_quit()
    {
        using var mac = OldFirefox().WithFile(Ours, Deferrals("Firefox.app", "128.0", AnHour));

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [TestCase(0L, TestName = "A delay that is over")]
    [TestCase(365L * 24, TestName = "A delay that a wrong clock stored")]
    public async Task After_a_delay_the_only_answer_is_Quit(long hoursFromNow)
    {
        var end = Some.Noon.AddHours(hoursFromNow).ToUnixTimeSeconds();
        using var mac = OldFirefox().Runs().UserAnswers("no answer")
            .WithFile(Ours, Deferrals("Firefox.app", "128.0", end));

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/delay-over");
    }

    [TestCase("Firefox.app", "127.0", TestName = "The delay of another version")]
    [TestCase("Firefox.app", "128.0.1", TestName = "The delay of a version that begins the same")]
    [TestCase("Fox.app", "128.0", TestName = "The delay of another app")]
    [TestCase("128.0", "Firefox.app", TestName = "A delay inside out")]
    public async Task Someone_else_s_delay_does_not_count(string app, string version)
    {
        using var mac = OldFirefox().Runs().WithFile(Ours, Deferrals(app, version, AnHour)).UserAnswers("no answer");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.CallsOf("osascript").Single(), Does.Contain("Delay 1 Hour"));
    }

    [Test]
    public async Task A_delay_joins_those_that_are_stored_already()
    {
        const string Others = "<key>A&amp;B.app</key><dict/><key>Note</key><string>x</string>";
        var stored = Deferrals("Firefox.app", "127.0", 1)
            .Replace("<key>Firefox", $"{Others}<key>Firefox", StringComparison.Ordinal);
        using var mac = OldFirefox().Runs().WithFile(Ours, stored).UserAnswers("Delay 1 Hour");

        _ = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(mac.ReadFile(Ours), "audit/delay-joins-others");
    }

    [Test]
    public async Task A_second_delay_replaces_an_entry_that_is_no_number()
    {
        using var mac = OldFirefox().Runs().UserAnswers("Delay 1 Hour")
            .WithFile(Ours, Deferrals("Firefox.app", "128.0", -1));

        _ = await mac.RunAsync(Some.DueAudit());

        Assert.That(mac.ReadFile(Ours), Is.EqualTo(Canonical("Firefox.app", "128.0", AnHour)));
    }

    [TestCase("damaged")]
    [TestCase("")]
    [TestCase("<plist version=\"1.0\"><array/></plist>")]
    [TestCase("<plist version=\"1.0\"><dict/></plist>")]
    public async Task A_damaged_or_empty_file_counts_as_no_delay_and_is_written_anew(string content)
    {
        using var mac = OldFirefox().Runs().WithFile(Ours, content).UserAnswers("Delay 1 Hour");

        _ = await mac.RunAsync(Some.DueAudit());

        Assert.That(mac.ReadFile(Ours), Is.EqualTo(Canonical("Firefox.app", "128.0", AnHour)));
    }

    [Test]
    public async Task A_damaged_file_is_reported()
    {
        using var mac = OldFirefox().Runs().WithFile(Ours, "damaged").UserAnswers("no answer");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/delay-damaged");
    }

    [Test]
    public async Task A_delay_that_cannot_be_stored_is_said()
    {
        using var mac = OldFirefox().Runs().UserAnswers("Delay 1 Hour").WithApp(Ours);

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/delay-not-stored");
    }

    [Test]
    public async Task An_update_clears_its_delay_and_no_other()
    {
        var stored = Deferrals("Firefox.app", "128.0", AnHour).Replace(
            "<key>128.0<", "<key>129.0</key><integer>7</integer><key>128.0<", StringComparison.Ordinal);
        using var mac = OldFirefox("128.0").WithFile(Ours, stored);

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe() + "\n" + mac.ReadFile(Ours), "audit/delay-cleared");
    }

    [Test]
    public async Task A_dialog_that_nobody_answers_is_shown_again_at_the_next_check_in()
    {
        using var mac = OldFirefox().Runs().UserAnswers("no answer");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/no-answer");
    }

    [Test]
    public async Task A_dialog_that_fails_is_shown_again_once_without_the_icon()
    {
        using var mac = OldFirefox().Runs().WithFile(InstallerIcon, "icns").UserAnswers("", "Delay 1 Hour");

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/dialog-fails-once");
    }

    [TestCase("", "")]
    [TestCase("delay", "Delay")]
    public async Task A_dialog_that_fails_twice_counts_as_no_answer(params string[] answers)
    {
        using var mac = OldFirefox().Runs().UserAnswers(answers);

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/dialog-fails-twice");
    }

    [Test]
    public async Task Delay_is_no_answer_to_a_dialog_without_that_button()
    {
        using var mac = OldFirefox().Runs().UserAnswers("Delay 1 Hour", "Delay 1 Hour")
            .WithFile(Ours, Deferrals("Firefox.app", "128.0", 1));

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.EndWith("There was no answer: asking again at the next check-in.\n"));
    }

    [TestCase("0 root")]
    [TestCase("0 loginwindow")]
    [TestCase("248 _mbsetupuser")]
    [TestCase("")]
    public async Task Without_a_user_at_the_screen_there_is_no_dialog(string owner)
    {
        using var mac = OldFirefox().Runs().Says("console", owner);

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Describe(), "audit/nobody-logged-in");
    }

    [TestCase("CFBundleIconFile=firefox.icns")]
    [TestCase("CFBundleIconFile=firefox")]
    [TestCase("CFBundleIconFile=../../../firefox.icns")]
    public async Task The_dialog_shows_the_app_s_icon(string line)
    {
        const string Icon = "/Applications/Firefox.app/Contents/Resources/firefox.icns";
        using var mac = OldFirefox("127.0", line).Runs().WithFile(Icon, "icns").UserAnswers("no answer");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.CallsOf("osascript").Single()[4], Is.EqualTo(Icon));
    }

    [Test]
    public async Task Osascript_is_given_the_same_program_whatever_the_values_are()
    {
        using var mac = OldFirefox().Runs().UserAnswers("Quit").QuitsWhenAsked();

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Input, "audit/osascript-input");
    }

    private static AuditMac OldFirefox(string version = "127.0", params string[] more) =>
        new AuditMac()
            .WithApp(
                "/Applications/Firefox.app",
                ["CFBundleIdentifier=org.mozilla.firefox", $"CFBundleShortVersionString={version}", .. more])
            .SpotlightKnows("/Applications/Firefox.app");

    private static string Deferrals(string app, string version, long end) =>
        "<plist version=\"1.0\"><dict>"
            + $"<key>{app}</key><dict><key>{version}</key><integer>{end}</integer></dict></dict></plist>";

    private static string Canonical(string app, string version, long end) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
        	<key>{app}</key>
        	<dict>
        		<key>{version}</key>
        		<integer>{end}</integer>
        	</dict>
        </dict>
        </plist>

        """;
}
