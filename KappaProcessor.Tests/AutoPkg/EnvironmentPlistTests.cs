using System.Text;
using Kappa.AutoPkg;
using Kappa.Configuration;

namespace Kappa.Tests.AutoPkg;

internal sealed class EnvironmentPlistTests
{
    [TestCase("<string>Größe</string>", "'Größe'")]
    [TestCase("<string></string>", "''")]
    [TestCase("<true/>", "true")]
    [TestCase("<false/>", "false")]
    [TestCase("<integer>7</integer>", "7")]
    [TestCase("<integer>1</integer>", "1", TestName = "One is no boolean")]
    [TestCase("<real>1.0</real>", "1.0")]
    [TestCase("<array><string>a</string></array>", "an array")]
    [TestCase("<dict><key>a</key><string>b</string></dict>", "a dictionary")]
    [TestCase("<date>2026-01-15T12:00:00Z</date>", "a date")]
    [TestCase("<data>AAAA</data>", "data")]
    public void Every_kind_of_value_arrives(string element, string shown)
    {
        var environment = Read($"<plist><dict><key>value</key>{element}</dict></plist>");

        Assert.That(environment["value"].Describe(), Is.EqualTo(shown));
    }

    [Test]
    public void A_recipe_goes_from_plist_to_request()
    {
        var environment = Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict>
              <key>NAME</key><string>Firefox</string>
              <key>custom_app</key><dict><key>test_name</key><string>Firefox (Test)</string></dict>
              <key>enforcement_delays</key><dict><key>test</key><integer>0</integer></dict>
              <key>blueprints</key><array><string>Pilot</string></array>
              <key>dry_run</key><true/>
            </dict></plist>
            """);

        var request = RunRequestReader.Read(environment);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(
            request.Stated.Test, Is.EqualTo(new StatedVariant { Name = "Firefox (Test)", DelayDays = 0 }));
        Assert.That(request.Stated.Prod.Blueprints, Is.EqualTo(["Pilot"]));
        Assert.That(request.DryRun, Is.True);
    }

    [TestCase("", "Standard input is no property list")]
    [TestCase("NAME=Firefox", "Standard input is no property list")]
    [TestCase("<plist><array/></plist>", "The property list on standard input is no dictionary")]
    public void Anything_else_is_an_error_that_says_so(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<KappaException>().With.Message.StartsWith(message));

    private static IReadOnlyDictionary<string, UntypedValue> Read(string plist) =>
        EnvironmentPlist.Read(new MemoryStream(Encoding.UTF8.GetBytes(plist)));
}
