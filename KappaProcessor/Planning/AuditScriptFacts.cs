using System.Globalization;

namespace Kappa.Planning;

/// <summary>
/// What the variable block of a generated audit script says (Kappa's, KAPPA's, kpkg's or irupkg's).
/// </summary>
internal sealed record AuditScriptFacts
{
    // More than these is a damaged line, and would not fit into a date.
    private const int LongestDelayDays = 36_500;

    private static readonly DateTimeOffset Latest = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public string? AppName { get; init; }

    public string? BundleId { get; init; }

    public string? PackageId { get; init; }

    /// <summary>MINIMUM_ENFORCED_VERSION.</summary>
    public string? Version { get; init; }

    /// <summary>CREATION_TIMESTAMP: when the clock of this version started.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>DAYS_UNTIL_ENFORCEMENT.</summary>
    public int? DelayDays { get; init; }

    /// <summary>Null when no tool of this family wrote the script: it lacks their variable block.</summary>
    public static AuditScriptFacts? TryRead(string script)
    {
        var values = AuditScriptVariable.Lines().Matches(script)
            .DistinctBy(line => line.Groups["name"].Value)
            .ToDictionary(
                line => line.Groups["name"].Value,
                line => ShellWord.Unquote(line.Groups["value"].Value.Trim()));
        var isGenerated = values.ContainsKey(AuditScriptVariable.Version)
            && AuditScriptVariable.Times.Any(values.ContainsKey)
            && AuditScriptVariable.Identifiers.Any(values.ContainsKey);
        return isGenerated ? Parse(values) : null;
    }

    private static AuditScriptFacts Parse(Dictionary<string, string> values) => new()
    {
        AppName = Text(values, AuditScriptVariable.AppName),
        BundleId = Text(values, AuditScriptVariable.BundleId),
        PackageId = Text(values, AuditScriptVariable.PackageId),
        Version = Text(values, AuditScriptVariable.Version),
        CreatedAt = Number(values, AuditScriptVariable.StartedAt, Latest.ToUnixTimeSeconds()) is { } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null,
        DelayDays = (int?)Number(values, AuditScriptVariable.DelayDays, LongestDelayDays),
    };

    private static string? Text(Dictionary<string, string> values, string name) =>
        values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private static long? Number(Dictionary<string, string> values, string name, long highest)
    {
        var text = values.GetValueOrDefault(name);
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number <= highest ? number : null;
    }
}
