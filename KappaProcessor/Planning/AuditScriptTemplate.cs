using System.Text.RegularExpressions;

namespace Kappa.Planning;

/// <summary>A script whose variable lines can be filled in, Kappa's own or the administrator's.</summary>
internal sealed partial class AuditScriptTemplate
{
    /// <summary>macOS reads this much of a script's first line (<c>IMG_SHSIZE</c>).</summary>
    private const int LongestFirstLine = 512;

    private const int LargestSize = 256 * 1024;

    private const string Remedy = "Correct the template, or leave audit_script out to use Kappa's own.";

    private readonly string text;

    private AuditScriptTemplate(string text) => this.text = text;

    /// <exception cref="KappaException">It is no script, or lacks the lines that Kappa fills in.</exception>
    public static AuditScriptTemplate Parse(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (text.Length > LargestSize || lines.Contains('\0', StringComparison.Ordinal))
        {
            throw new KappaException(
                $"The audit script's template is no text: it has {text.Length:N0} characters, or NUL among them.",
                Remedy);
        }

        CheckInterpreter(lines);
        if (AuditScriptFacts.TryRead(lines) is null)
        {
            throw new KappaException(
                "The audit script's template lacks lines for Kappa to fill in: it needs "
                    + "MINIMUM_ENFORCED_VERSION=, CREATION_TIMESTAMP= or DAYS_UNTIL_ENFORCEMENT=, "
                    + "and APP_NAME=, BUNDLE_ID= or PKG_ID=.",
                Remedy);
        }

        return new AuditScriptTemplate(lines);
    }

    /// <summary>
    /// The script with the first line of each variable set; later ones are its own business.
    /// </summary>
    public string Fill(IReadOnlyDictionary<string, string> values, string name)
    {
        var filled = new HashSet<string>();
        var script = AuditScriptVariable.Lines().Replace(text, line => filled.Add(line.Groups["name"].Value)
            ? line.Groups["start"].Value + ShellWord.Quote(values[line.Groups["name"].Value])
            : line.Value);

        var known = AuditScriptVariable.Identifiers.Where(identifier => values[identifier].Length > 0).ToList();
        return known.Any(filled.Contains) ? script : throw new KappaException(
            $"The audit script's template has no line for what {name} is known by, {string.Join(" or ", known)}.",
            Remedy);
    }

    /// <summary>
    /// Quotes of a shell mean something else to Python, Perl or fish, where a value could become code.
    /// </summary>
    private static void CheckInterpreter(string lines)
    {
        if (!lines.StartsWith("#!/", StringComparison.Ordinal) || lines.IndexOf('\n') is < 0 or > LongestFirstLine)
        {
            throw new KappaException(
                "The audit script's template does not begin with its interpreter on a line, as #!/bin/zsh.",
                Remedy);
        }

        if (!ShellLine().IsMatch(lines))
        {
            throw new KappaException(
                $"The audit script's template begins with {lines[..lines.IndexOf('\n')]}, which is no shell that "
                    + "reads values as Kappa quotes them.",
                "Write it for sh, bash, dash, ksh or zsh, or leave audit_script out to use Kappa's own.");
        }
    }

    /// <summary><c>#!/bin/zsh -f</c>, <c>#!/usr/bin/env bash</c>, <c>#!/usr/bin/env -S zsh -f</c>.</summary>
    [GeneratedRegex(@"^#!(/\S*/env[ \t]+(-\S+[ \t]+)*)?(/\S*/)?(sh|bash|dash|ksh|zsh)([ \t].*)?\n")]
    private static partial Regex ShellLine();
}
