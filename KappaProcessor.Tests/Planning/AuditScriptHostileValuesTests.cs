using System.Xml.Linq;
using Claunia.PropertyList;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>Values out of a downloaded installer end in a script that runs as root on every Mac of a company.</summary>
internal sealed class AuditScriptHostileValuesTests
{
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
        using var mac = MacWithDecoy().WithApp($"/Applications/{AppName(text)}", "CFBundleShortVersionString=1")
            .Runs().UserAnswers("no answer");

        var run = await mac.RunAsync(Some.DueAudit(Hostile(text) with { BundleId = null }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.CallsOf("osascript").Single()[2], Is.EqualTo($"Update {text.Replace('/', ':')}"));
            Assert.That(run.CallsOf("lsappinfo").First()[2], Is.EqualTo($"bundlepath=/Applications/{AppName(text)}"));
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

    [Test]
    public void There_are_at_least_forty_of_them_and_every_one_can_come_out_of_an_Info_plist()
    {
        var read = HostileTexts.All.Select(row => (NSDictionary)PropertyListParser.Parse(row.InfoPlist()));

        var texts = read.Select(plist => ((NSString)plist["CFBundleIdentifier"]).Content);

        Assert.That(texts, Is.EqualTo(HostileTexts.All.Select(row => row.Text)));
        Assert.That(HostileTexts.All, Has.Count.GreaterThanOrEqualTo(40));
    }

    [Test]
    public void The_table_says_what_a_script_carries_and_what_it_refuses()
    {
        var verdicts = HostileTexts.All.Select(row => new
        {
            Row = row,
            Id = Carries(Some.Firefox with { BundleId = $"x{row.Text}" }),
            Version = Carries(Some.Firefox with { Version = $"9{row.Text}" }),
            Name = Carries(Some.Firefox with { AppName = row.FolderName }),
        }).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts.Where(verdict => verdict.Id != verdict.Row.IsCarried), Is.Empty);
            Assert.That(verdicts.Where(verdict => verdict.Version != verdict.Row.IsCarried), Is.Empty);
            Assert.That(
                verdicts.Where(verdict => verdict.Name != (verdict.Row.IsCarried && verdict.Row.IsFolderName)),
                Is.Empty);
        }
    }

    [Test]
    public async Task An_id_and_a_version_of_a_thousand_characters_are_carried()
    {
        var id = HostileTexts.Thousand;
        using var mac = MacWithDecoy().Runs().UserAnswers("Delay 1 Hour")
            .WithApp("/Applications/Real.app", $"CFBundleIdentifier={id}", "CFBundleShortVersionString=1")
            .SpotlightKnows("/Applications/Decoy.app", "/Applications/Real.app");

        _ = await mac.RunAsync(Some.DueAudit(Some.Firefox with { BundleId = id, Version = $"9{id[1..]}" }));

        Assert.That(StoredKeys(mac), Is.EqualTo((string[])["Firefox.app", $"9{id[1..]}"]));
    }

    [Test]
    public async Task A_name_as_long_as_a_folder_s_can_be_is_carried()
    {
        var name = new string('a', 251);
        using var mac = MacWithDecoy().WithApp($"/Applications/{name}.app", "CFBundleShortVersionString=1");

        var run = await mac.RunAsync(Some.DueAudit(Some.Firefox with { AppName = name, BundleId = null }));

        Assert.That(run.Report, Does.Contain($"\nFound /Applications/{name}.app, version 1.\n"));
    }

    [TestCase("name", 252, "256 characters; at most 255")]
    [TestCase("name", 1000, "1,004 characters; at most 255")]
    [TestCase("bundle identifier", 1025, "1,025 characters; at most 1,024")]
    [TestCase("package identifier", 1025, "1,025 characters; at most 1,024")]
    [TestCase("version", 5_000_000, "5,000,000 characters; at most 1,024")]
    public void What_is_longer_than_it_can_be_is_refused(string field, int length, string reason)
    {
        var application = field switch
        {
            "name" => Some.Firefox with { AppName = new string('a', length) },
            "bundle identifier" => Some.Firefox with { BundleId = new string('a', length) },
            "package identifier" => Some.AgentPackage with { PackageId = new string('a', length) },
            _ => Some.Firefox with { Version = new string('1', length) },
        };

        var complaint = Assert.Throws<KappaException>(() => AuditScript.Fill(Some.AuditPlan(), application, Some.Noon));

        Assert.That(complaint.What, Does.StartWith($"The {field} of ").And.Contains(reason).And.Length.LessThan(250));
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

    private static bool Carries(ApplicationIdentity application)
    {
        try
        {
            return AuditScript.Fill(Some.AuditPlan(), application, Some.Noon).Text.Length > 0;
        }
        catch (KappaException)
        {
            return false;
        }
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
        XElement.Parse(mac.ReadFile(AuditMac.Deferrals)).Descendants("key").Select(key => key.Value);

    /// <summary>The text as the name, the id and the version of one app; the version is above 1.</summary>
    private static ApplicationIdentity Hostile(string text) =>
        new() { AppName = AppName(text), BundleId = text, Version = $"9{text}" };

    private static string AppName(string text) => new HostileText(text, IsCarried: true).FolderName;

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
