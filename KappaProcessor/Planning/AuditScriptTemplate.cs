namespace Kappa.Planning;

/// <summary>A script whose variable lines can be filled in, Kappa's own or the administrator's.</summary>
internal sealed class AuditScriptTemplate
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

        if (!lines.StartsWith("#!/", StringComparison.Ordinal) || lines.IndexOf('\n') is < 0 or > LongestFirstLine)
        {
            throw new KappaException(
                "The audit script's template does not begin with its interpreter on a line, as #!/bin/zsh.",
                Remedy);
        }

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
}
