using System.Xml.Linq;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>Values out of a downloaded installer end in a script that runs as root on every Mac of a company.</summary>
internal sealed class AuditScriptHostileValuesTests
{
    private const string Ours = "/Library/Preferences/io.kandji.enforcement.delay.plist";

    private static readonly string[] PlistBuddyCommands =
        ["Print :CFBundleIdentifier", "Print :CFBundleShortVersionString", "Print :CFBundleIconFile"];

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Rows))]
    public void What_is_written_is_read_back(string text)
    {
        var filled = AuditScript.Fill(Some.AuditPlan(), Hostile(text), Some.Noon);

        var facts = AuditScriptFacts.TryRead(filled.Text)!;

        Assert.That(
            (facts.AppName, facts.BundleId, facts.Version),
            Is.EqualTo((Hostile(text).AppName, Hostile(text).BundleId, Hostile(text).Version)));
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Rows))]
    public async Task An_app_of_that_name_is_found_and_no_other(string text)
    {
        using var mac = MacWithDecoy().WithApp($"/Applications/{AppName(text)}", "CFBundleShortVersionString=1");

        var run = await mac.RunAsync(Some.DueAudit(Hostile(text) with { BundleId = null }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Report, Does.Contain($"\nFound /Applications/{AppName(text)}, version 1.\n"));
            Assert.That(Unquoted(run.CallsOf("mdfind").Single()[2]), Is.EqualTo(AppName(text)));
            AssertThatNothingWasExecuted(run);
        }
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Rows))]
    public async Task A_receipt_of_that_id_is_asked_for_and_no_other(string text)
    {
        using var mac = new AuditMac();

        var run = await mac.RunAsync(Some.DueAudit(new ApplicationIdentity { PackageId = text, Version = "1" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Calls.Single(), Is.EqualTo((string[])["pkgutil", "--pkg-info-plist", text]));
            Assert.That(run.Errors, Is.Empty);
        }
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Rows))]
    public async Task An_app_of_that_id_is_found_and_no_other_and_its_delay_is_stored_and_found_again(string text)
    {
        var script = Some.DueAudit(Hostile(text));
        using var mac = MacWithDecoy().Runs().UserAnswers("Delay 1 Hour")
            .WithApp("/Applications/Real.app", $"CFBundleIdentifier={text}", "CFBundleShortVersionString=1")
            .SpotlightKnows("/Applications/Decoy.app", "/Applications/Real.app");
        _ = await mac.RunAsync(script);

        var run = await mac.RunAsync(script);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Report, Does.Contain("\nFound /Applications/Real.app, version 1.\n"));
            Assert.That(run.Report, Does.Contain("the user has delayed the update"));
            Assert.That(StoredKeys(mac), Is.EqualTo((string[])[AppName(text), $"9{text}"]));
            Assert.That(run.CallsOf("mdfind").Select(call => Unquoted(call[2])).Distinct().Single(), Is.EqualTo(text));
            AssertThatNothingWasExecuted(run);
        }
    }

    [TestCase("name")]
    [TestCase("bundle identifier")]
    [TestCase("package identifier")]
    [TestCase("version")]
    public void What_cannot_be_carried_is_refused_with_field_and_app(string field)
    {
        const string App = @"(Firefox|com\.acme\.agent)[^\p{Cc}\p{Cs}\u2028\u2029]*";

        var complaints = HostileTexts.Refused.Select(text => Complaint(field, text));

        Assert.That(complaints, Is.All.Match($@"^The {field} of {App} has the control character U\+[0-9A-F]{{4}} "));
    }

    [Test]
    public async Task A_version_on_a_Mac_cannot_forge_a_line_of_the_report()
    {
        using var mac = new AuditMac().WithFirefox("1\u001B[32m.0\r").SpotlightKnows("/Applications/Firefox.app");

        var run = await mac.RunAsync(Some.DueAudit());

        Assert.That(run.Report, Does.Contain("\nFound /Applications/Firefox.app, version 1?[32m.0?.\n"));
    }

    private static string Complaint(string field, string text)
    {
        var application = field switch
        {
            "name" => Some.Firefox with { AppName = $"Firefox{text}" },
            "bundle identifier" => Some.Firefox with { BundleId = $"1{text}" },
            "package identifier" => Some.AgentPackage with { PackageId = $"com.acme.agent{text}" },
            _ => Some.Firefox with { Version = $"1{text}" },
        };
        return Assert.Throws<KappaException>(() => AuditScript.Fill(Some.AuditPlan(), application, Some.Noon)).What;
    }

    private static IEnumerable<string> StoredKeys(AuditMac mac) =>
        XElement.Parse(mac.ReadFile(Ours)).Descendants("key").Select(key => key.Value);

    /// <summary>The text as the name, the id and the version of one app; the version is above 1.</summary>
    private static ApplicationIdentity Hostile(string text) =>
        new() { AppName = AppName(text), BundleId = text, Version = $"9{text}" };

    /// <summary>No name has a slash; Finder shows a colon as one.</summary>
    private static string AppName(string text) => $"{text.Replace('/', ':')}.app";

    private static AuditMac MacWithDecoy() => new AuditMac().WithApp(
        "/Applications/Decoy.app", "CFBundleIdentifier=com.acme.decoy", "CFBundleShortVersionString=999");

    private static void AssertThatNothingWasExecuted(AuditRun run)
    {
        Assert.That(run.Errors, Is.Empty);
        Assert.That(run.CallsOf("canary"), Is.Empty);
        Assert.That(run.CallsOf("PlistBuddy").Select(call => call[2]), Is.All.AnyOf(PlistBuddyCommands));
    }

    /// <summary>The value in a Spotlight query, or a complaint when anything but one quoted value is in it.</summary>
    private static string Unquoted(string query)
    {
        var start = query.IndexOf('"', StringComparison.Ordinal) + 1;
        var value = new System.Text.StringBuilder();
        for (var at = start; at < query.Length - 1; at++)
        {
            if (query[at] is '"' or '*' or '?' or '\'')
            {
                return $"a bare {query[at]} in {query}";
            }

            value.Append(query[at] == '\\' ? query[++at] : query[at]);
        }

        return query.EndsWith('"') ? value.ToString() : $"no end in {query}";
    }
}
