using System.Text;

namespace Kappa.Tests.Benchmarks.Figures;

/// <summary>The figures as a page: what they were measured on, and a row each.</summary>
internal sealed class FiguresTable(IReadOnlyList<(string Name, string Value)> circumstances)
{
    private const string Nothing = "–";

    private readonly List<Figure> figures = [];

    public void Add(Figure figure) => figures.Add(figure);

    public string ToMarkdown()
    {
        var page = new StringBuilder("# Figures\n\n");
        page.Append("Written by the benchmarks; [README.md](README.md) says how, and what the figures mean.\n\n");
        AppendRow(page, "circumstance", "");
        page.Append("|---|---|\n");
        foreach (var (name, value) in circumstances)
        {
            AppendRow(page, name, value);
        }

        page.Append($"\n{Summary()}\n\n");
        AppendRow(page, "what", "ours", "reference", "ratio", "target", "met");
        page.Append("|---|--:|--:|--:|---|---|\n");
        foreach (var figure in figures)
        {
            AppendRow(page, [.. Cells(figure)]);
        }

        return page.ToString();
    }

    /// <summary>The cells of a row in their order.</summary>
    public static IReadOnlyList<string> Cells(Figure figure) =>
    [
        figure.What,
        figure.Ours?.ToString() ?? Nothing,
        figure.Reference?.ToString() ?? Nothing,
        figure.Ratio is { } ratio ? $"{ratio:0.00}" : Nothing,
        figure.Target?.ToString() ?? Nothing,
        Verdict(figure),
    ];

    private static string Verdict(Figure figure)
    {
        var verdict = figure.IsMet switch
        {
            true => "yes",
            false => "**no**",
            null => figure.Ours is null ? "skipped" : Nothing,
        };
        return figure.Remark is { } remark ? $"{verdict}: {remark}" : verdict;
    }

    private static void AppendRow(StringBuilder page, params IReadOnlyList<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(Escaped)).Append(" |\n");

    private static string Escaped(string cell) => cell
        .Replace("|", "\\|", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");

    private string Summary()
    {
        var (met, missed) = (figures.Count(one => one.IsMet == true), figures.Count(one => one.IsMet == false));
        return $"{met} of {met + missed} targets met; {figures.Count - met - missed} without a verdict.";
    }
}
