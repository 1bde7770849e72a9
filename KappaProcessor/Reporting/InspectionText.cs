using System.Globalization;

namespace Kappa.Reporting;

/// <summary>An inspection for a person: a small table, with the place each value comes from.</summary>
internal static class InspectionText
{
    private const int LabelWidth = 17;

    /// <summary>Columns up to which the places line up behind the values.</summary>
    private const int WidestValue = 44;

    public static string Of(Inspection inspection)
    {
        var fields = inspection.Fields.Skip(1).ToList();
        var width = fields
            .Where(field => field.Source is not null)
            .Select(field => Math.Min(Shown(field).Length, WidestValue))
            .DefaultIfEmpty()
            .Max();
        var rows = fields.Select(field => Row(field, width));
        return string.Join('\n', rows.Prepend(PrintableText.Of(inspection.Path))) + "\n";
    }

    private static string Row(InspectionField field, int width)
    {
        var value = Shown(field).PadRight(width);
        return $"  {Label(field).PadRight(LabelWidth)}{value}  {PrintableText.Of(field.Source)}".TrimEnd();
    }

    private static string Label(InspectionField field) => field.Key switch
    {
        "app_name" => "application",
        "bundle_id" => "bundle id",
        "installed_size" => "installed size",
        "package_inside" => "package inside",
        "package_id" => "package id",
        "package_version" => "package version",
        var key => key,
    };

    private static string Shown(InspectionField field) => field.Value is long bytes
        ? Bytes(bytes)
        : PrintableText.Of(field.Value as string);

    /// <summary>In the units that the Finder counts in, thousands.</summary>
    private static string Bytes(long count) => count switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{count} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1e9:0.00} GB"),
    };
}
