using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class AuditScriptFactsTests
{
    private static readonly AuditScriptFacts Firefox = new()
    {
        AppName = "Firefox.app",
        BundleId = "org.mozilla.firefox",
        Version = "127.0",
        CreatedAt = Some.Noon,
        DelayDays = 5,
    };

    [Test]
    public void A_script_of_ours_is_read_back()
    {
        var filled = AuditScript.Fill(Some.AuditPlan(delayDays: 5), Some.Firefox with { Version = "127.0" }, Some.Noon);

        Assert.That(AuditScriptFacts.TryRead(filled.Text), Is.EqualTo(Firefox));
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void A_script_of_the_tools_before_us_is_read(string lineEnd)
    {
        var script = Predecessor("Firefox.app", "127.0").ReplaceLineEndings(lineEnd);

        Assert.That(AuditScriptFacts.TryRead(script), Is.EqualTo(Firefox));
    }

    [TestCase("\"127.0\"", "127.0")]
    [TestCase("'127.0'", "127.0")]
    [TestCase("127.0", "127.0")]
    [TestCase("127.0 # since May", "127.0")]
    [TestCase("'127.0'  # it's new", "127.0")]
    [TestCase("\"127.0\" # since May", "127.0")]
    [TestCase("\"a \"b\" c\"", "a \"b\" c", TestName = "Quotes that KAPPA does not escape")]
    [TestCase("\"a \\\"b\\\" \\$c\"", "a \"b\" $c")]
    [TestCase("'it'\\''s'", "it's")]
    [TestCase("2024.1\\ \\(5\\)", "2024.1 (5)")]
    [TestCase("''", null)]
    [TestCase("\"\"", null)]
    [TestCase("", null)]
    [TestCase("\"", "\"", TestName = "A quote that is never closed")]
    [TestCase("'127.0", null)]
    public void Every_way_to_write_a_value_is_understood(string literal, string? value)
    {
        var script = $"APP_NAME=a\nMINIMUM_ENFORCED_VERSION={literal}\nCREATION_TIMESTAMP=1\n";

        Assert.That(AuditScriptFacts.TryRead(script)!.Version, Is.EqualTo(value));
    }

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("-5")]
    [TestCase("99999999999999999999")]
    [TestCase("1715000000000", TestName = "Milliseconds")]
    public void A_number_that_is_none_is_unknown(string number)
    {
        var script = "APP_NAME=a\nMINIMUM_ENFORCED_VERSION=1\n"
            + $"CREATION_TIMESTAMP={number}\nDAYS_UNTIL_ENFORCEMENT={number}\n";

        var facts = AuditScriptFacts.TryRead(script);

        Assert.That(facts, Is.EqualTo(new AuditScriptFacts { AppName = "a", Version = "1" }));
    }

    [TestCase("")]
    [TestCase("#!/bin/zsh\nexit 0\n")]
    [TestCase("#!/bin/zsh\nAPP_NAME=a\nCREATION_TIMESTAMP=1\n")]
    [TestCase("#!/bin/zsh\nAPP_NAME=a\nMINIMUM_ENFORCED_VERSION=1\n")]
    [TestCase("#!/bin/zsh\nMINIMUM_ENFORCED_VERSION=1\nCREATION_TIMESTAMP=1\n")]
    [TestCase("# APP_NAME=a\n# MINIMUM_ENFORCED_VERSION=1\n# CREATION_TIMESTAMP=1\n")]
    [TestCase("MY_APP_NAME=a\nMINIMUM_ENFORCED_VERSION_2=1\nCREATION_TIMESTAMP =1\n")]
    public void A_script_that_no_tool_of_the_family_wrote_is_not_read(string script) =>
        Assert.That(AuditScriptFacts.TryRead(script), Is.Null);

    [Test]
    public void A_script_cut_off_anywhere_never_throws()
    {
        var script = Predecessor("Fire\\'fox\".app", "127.0");

        Assert.That(
            () => script.Select((_, length) => AuditScriptFacts.TryRead(script[..length])).ToList(),
            Throws.Nothing);
    }

    /// <summary>The variable block as KAPPA, kpkg and irupkg write it.</summary>
    private static string Predecessor(string app, string version) =>
        $$"""
        #!/bin/zsh -f
        # Some words
        DAYS_UNTIL_ENFORCEMENT=5

        # More words
        APP_NAME="{{app}}"
        BUNDLE_ID="org.mozilla.firefox"
        PKG_ID=""
        MINIMUM_ENFORCED_VERSION="{{version}}"
        CREATION_TIMESTAMP="{{Some.Noon.ToUnixTimeSeconds()}}"

        function main() {
            BUNDLE_ID="another"
            [[ -n ${APP_NAME} ]] && APP_NAME="another"
        }

        """;
}
