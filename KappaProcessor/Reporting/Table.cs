using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Reporting;

/// <summary>Rows of cells, for a person or a program.</summary>
/// <param name="Columns">Their names for programs, <c>file_name</c>.</param>
/// <param name="Rows">A cell for each column; null where nothing is known.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>Columns that line up, under headings.</summary>
    public string ToText()
    {
        var lines = Rows
            .Select(row => row.Select(PrintableText.Of).ToList())
            .Prepend([.. Columns.Select(column => column.Replace('_', ' ').ToUpperInvariant())])
            .ToList();
        var widths = Columns.Select((_, index) => lines.Max(line => line[index].Length)).ToList();
        return string.Concat(lines.Select(line =>
            string.Join("  ", line.Select((cell, index) => cell.PadRight(widths[index]))).TrimEnd() + "\n"));
    }

    public string ToCsv() => string.Concat(
        Rows.Select(row => row.Select(cell => cell ?? "")).Prepend(Columns).Select(CsvText.Line));

    /// <summary>An array of objects, without what is not known.</summary>
    public string ToJson() =>
        new JArray(Rows.Select(row => new JObject(Columns
            .Zip(row)
            .Where(cell => cell.Second is not null)
            .Select(cell => new JProperty(cell.First, cell.Second))))).ToString(Formatting.Indented) + "\n";
}
