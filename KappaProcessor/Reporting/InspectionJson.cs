using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Reporting;

/// <summary>Inspections for programs: an array, one object a file; what is not known is left out.</summary>
internal static class InspectionJson
{
    public static string Of(IEnumerable<Inspection> inspections) =>
        new JArray(inspections.Select(Of)).ToString(Formatting.Indented) + "\n";

    private static JObject Of(Inspection inspection)
    {
        var json = new JObject(
            inspection.Fields.Select(field => new JProperty(field.Key, new JValue(field.Value))));
        var sources = new JObject(inspection.Fields
            .Where(field => field.Source is not null)
            .Select(field => new JProperty(field.Key, field.Source)));
        if (sources.HasValues)
        {
            json.Add("sources", sources);
        }

        return json;
    }
}
