using System.Globalization;

namespace Kappa.Reporting;

/// <summary>
/// Inspections for a spreadsheet: a line of headings, then a line a file (RFC 4180). The last column tells
/// where the values come from, <c>version: PackageInfo</c>.
/// </summary>
internal static class InspectionCsv
{
    public static string Of(IEnumerable<Inspection> inspections) =>
        string.Concat(inspections.Select(Cells).Prepend([.. InspectionField.Keys, "sources"]).Select(CsvText.Line));

    private static IEnumerable<string> Cells(Inspection inspection)
    {
        var known = inspection.Fields.ToDictionary(
            field => field.Key, field => Convert.ToString(field.Value, CultureInfo.InvariantCulture));
        var sources = inspection.Fields
            .Where(field => field.Source is not null)
            .Select(field => $"{field.Key}: {field.Source}");
        return InspectionField.Keys
            .Select(key => known.GetValueOrDefault(key) ?? "")
            .Append(string.Join("; ", sources));
    }
}
