using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>What a user is asked and what is remembered of it; each way through has its transcript as well.</summary>
internal sealed class AuditScriptDialogTests
{
    private static readonly long AnHour = Some.Noon.AddHours(1).ToUnixTimeSeconds();

    [TestCase("Firefox.app", "127.0", TestName = "The delay of another version")]
    [TestCase("Firefox.app", "128.0.1", TestName = "The delay of a version that begins the same")]
    [TestCase("Fox.app", "128.0", TestName = "The delay of another app")]
    [TestCase("128.0", "Firefox.app", TestName = "A delay inside out")]
    public async Task Someone_else_s_delay_does_not_count(string app, string version)
    {
        using var mac = OpenFirefox().WithFile(AuditMac.Deferrals, Some.Deferrals(app, version, AnHour))
            .UserAnswers("no answer");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.CallsOf("osascript").Single(), Does.Contain("Delay 1 Hour"));
    }

    [TestCase("<integer>-1</integer>")]
    [TestCase("<string>soon</string>")]
    [TestCase("<string>a\n\t\tb</string>")]
    [TestCase("<real>1768482000.5</real>")]
    [TestCase("<array><integer>1</integer></array>")]
    [TestCase("<dict><key>128.0</key><integer>1</integer></dict>")]
    [TestCase("<dict/>")]
    [TestCase("<true/>")]
    public async Task A_delay_replaces_an_entry_that_is_no_time(string entry)
    {
        var stored = Some.Deferrals("Firefox.app", "128.0", 1)
            .Replace("<integer>1</integer>", entry, StringComparison.Ordinal);
        using var mac = OpenFirefox().WithFile(AuditMac.Deferrals, stored).UserAnswers("Delay 1 Hour");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Stored, Is.EqualTo(Canonical("Firefox.app", "128.0", AnHour)));
    }

    [TestCase("damaged")]
    [TestCase("")]
    [TestCase("<plist version=\"1.0\"><array/></plist>")]
    [TestCase("<plist version=\"1.0\"><dict/></plist>")]
    [TestCase("<plist version=\"1.0\"><dict><key>Firefox.app</key><dict/></dict></plist>")]
    public async Task A_damaged_or_empty_file_counts_as_no_delay_and_is_written_anew(string content)
    {
        using var mac = OpenFirefox().WithFile(AuditMac.Deferrals, content).UserAnswers("Delay 1 Hour");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Stored, Is.EqualTo(Canonical("Firefox.app", "128.0", AnHour)));
    }

    [TestCase("CFBundleIconFile=firefox.icns")]
    [TestCase("CFBundleIconFile=firefox")]
    [TestCase("CFBundleIconFile=../../../firefox.icns")]
    public async Task The_dialog_shows_the_app_s_icon(string line)
    {
        const string Icon = "/Applications/Firefox.app/Contents/Resources/firefox.icns";
        using var mac = OpenFirefox(line).WithFile(Icon, "icns").UserAnswers("no answer");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.CallsOf("osascript").Single()[4], Is.EqualTo(Icon));
    }

    [Test]
    public async Task Only_the_user_at_the_screen_is_asked_and_only_his_app_is_quit()
    {
        using var mac = OpenFirefox().Runs(pid: 9999, user: 502).UserAnswers("Quit").QuitsWhenAsked();

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.CallsOf("osascript").Last(), Is.EqualTo((string[])["osascript", "-l", "JavaScript", "-", "4711"]));
    }

    [Test]
    public async Task Osascript_is_given_the_same_program_whatever_the_values_are()
    {
        using var mac = OpenFirefox().UserAnswers("Quit").QuitsWhenAsked();

        var run = await mac.RunAsync(Some.DueAudit());

        Golden.Matches(run.Input, "AuditScriptDialogTests.Osascript_input");
    }

    /// <summary>Too old and in front.</summary>
    private static AuditMac OpenFirefox(params string[] more) =>
        new AuditMac().WithFirefox("127.0", "/Applications/Firefox.app", more)
            .SpotlightKnows("/Applications/Firefox.app").Runs();

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
