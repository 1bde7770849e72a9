using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Checking;

/// <summary>Findings for a program: an array, one object each.</summary>
internal static class FindingJson
{
    public static string Of(IEnumerable<Finding> findings) =>
        new JArray(findings.Select(Of)).ToString(Formatting.Indented) + "\n";

    private static JObject Of(Finding finding)
    {
        var json = new JObject
        {
            ["check"] = finding.Check,
            ["status"] = finding.Status.ToString().ToLowerInvariant(),
            ["message"] = finding.Message,
        };
        if (finding.Remedy is { } remedy)
        {
            json["remedy"] = remedy;
        }

        return json;
    }
}
