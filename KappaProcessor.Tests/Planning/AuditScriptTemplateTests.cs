using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>A template of the administrator's own.</summary>
internal sealed class AuditScriptTemplateTests
{
    private const string Template = """
        #!/bin/bash
        # APP_NAME= is set below
        MINIMUM_ENFORCED_VERSION="0" # the version
          export BUNDLE_ID=
        typeset APP_NAME=old
        CREATION_TIMESTAMP=0
        [ -e "/Applications/$APP_NAME" ] && BUNDLE_ID=$(defaults read x)
        BUNDLE_ID=$BUNDLE_ID

        """;

    [Test]
    public void The_first_line_of_each_variable_is_filled_in()
    {
        var filled = AuditScript.Fill(Some.AuditPlan() with { Template = Template }, Some.Firefox, Some.Noon);

        Golden.Matches(filled.Text, "AuditScriptTemplateTests.Filled");
    }

    [Test]
    public void Windows_line_ends_and_a_byte_order_mark_are_removed()
    {
        var template = "\uFEFF" + Template.ReplaceLineEndings("\r\n");

        var filled = AuditScript.Fill(Some.AuditPlan() with { Template = template }, Some.Firefox, Some.Noon);

        Golden.Matches(filled.Text, "AuditScriptTemplateTests.Filled");
    }

    [TestCase("", "#!/bin/zsh")]
    [TestCase("echo", "#!/bin/zsh")]
    [TestCase("#!/bin/zsh", "as #!/bin/zsh")]
    [TestCase("#!/bin/zsh\n", "lacks lines")]
    [TestCase("#!/bin/zsh\nAPP_NAME=\nCREATION_TIMESTAMP=\n", "MINIMUM_ENFORCED_VERSION=")]
    [TestCase("#!/bin/zsh\nMINIMUM_ENFORCED_VERSION=\nCREATION_TIMESTAMP=\n", "APP_NAME=, BUNDLE_ID= or PKG_ID=")]
    [TestCase("#!/bin/zsh\nMINIMUM_ENFORCED_VERSION=\nPKG_ID=\n", "DAYS_UNTIL_ENFORCEMENT=")]
    [TestCase("#!/bin/zsh\nMINIMUM_ENFORCED_VERSION=\nDAYS_UNTIL_ENFORCEMENT=\nPKG_ID=\n", "by, APP_NAME or BUNDLE_ID.")]
    [TestCase("#!/bin/zsh\0\nMINIMUM_ENFORCED_VERSION=\nCREATION_TIMESTAMP=\nAPP_NAME=\n", "NUL among them")]
    public void A_template_that_cannot_enforce_is_refused(string template, string reason) =>
        Assert.That(
            () => AuditScript.Fill(Some.AuditPlan() with { Template = template }, Some.Firefox, Some.Noon),
            Throws.InstanceOf<KappaException>().With.Message.Contains(reason));

    [TestCase("#!/bin/zsh -f")]
    [TestCase("#!/bin/sh")]
    [TestCase("#!/usr/local/bin/bash")]
    [TestCase("#!/usr/bin/env bash")]
    [TestCase("#!/usr/bin/env -S zsh -f")]
    [TestCase("#!/bin/ksh\t-p")]
    public void A_template_may_be_for_any_shell_that_reads_quotes_as_Kappa_writes_them(string firstLine)
    {
        var template = Template.Replace("#!/bin/bash", firstLine, StringComparison.Ordinal);

        var filled = AuditScript.Fill(Some.AuditPlan() with { Template = template }, Some.Firefox, Some.Noon);

        Assert.That(filled.Text, Does.StartWith($"{firstLine}\n"));
    }

    [TestCase("#!/usr/bin/python3")]
    [TestCase("#!/usr/bin/env python3")]
    [TestCase("#!/usr/bin/env -S perl -w")]
    [TestCase("#!/usr/local/bin/fish")]
    [TestCase("#!/bin/csh")]
    [TestCase("#!/bin/tcsh")]
    [TestCase("#!/bin/zsh-not")]
    [TestCase("#!/usr/bin/osascript -l zsh")]
    public void A_template_for_a_language_with_other_quotes_is_refused(string firstLine)
    {
        var template = Template.Replace("#!/bin/bash", firstLine, StringComparison.Ordinal);

        Assert.That(
            () => AuditScript.Fill(Some.AuditPlan() with { Template = template }, Some.Firefox, Some.Noon),
            Throws.InstanceOf<KappaException>().With.Message.Contains($"begins with {firstLine},"));
    }

    [Test]
    public void A_template_the_size_of_an_installer_is_refused()
    {
        var template = Template + new string('#', 1_000_000);

        Assert.That(
            () => AuditScript.Fill(Some.AuditPlan() with { Template = template }, Some.Firefox, Some.Noon),
            Throws.InstanceOf<KappaException>().With.Message.Contains("1,000,"));
    }
}
