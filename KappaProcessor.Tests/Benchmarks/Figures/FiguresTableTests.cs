namespace Kappa.Tests.Benchmarks.Figures;

internal sealed class FiguresTableTests
{
    [Test]
    public void Says_where_a_target_is_met() =>
        Assert.That(
            FiguresTable.Cells(Start(milliseconds: 43) with { Target = Target.AtMost(Quantity.Milliseconds(60)) }),
            Is.EqualTo(["start", "43 ms", "–", "–", "≤ 60 ms", "yes"]));

    [Test]
    public void Stresses_where_a_target_is_missed() =>
        Assert.That(
            FiguresTable.Cells(Start(milliseconds: 61) with { Target = Target.AtMost(Quantity.Milliseconds(60)) }),
            Is.EqualTo(["start", "61 ms", "–", "–", "≤ 60 ms", "**no**"]));

    [Test]
    public void Shows_the_reference_and_the_ratio_to_it()
    {
        var figure = Start(milliseconds: 50) with
        {
            Reference = new Reference("true", Quantity.Milliseconds(40)),
        };

        Assert.That(FiguresTable.Cells(figure), Is.EqualTo(["start", "50 ms", "40 ms `true`", "1.25", "–", "–"]));
    }

    [Test]
    public void Says_why_a_figure_is_missing() =>
        Assert.That(
            FiguresTable.Cells(Figure.Skipped("reading", "there is no bsdtar")),
            Is.EqualTo(["reading", "–", "–", "–", "–", "skipped: there is no bsdtar"]));

    [Test]
    public void Counts_the_targets_met_missed_and_without_a_verdict()
    {
        var table = new FiguresTable([]);
        table.Add(Start(milliseconds: 43) with { Target = Target.AtMost(Quantity.Milliseconds(60)) });
        table.Add(Start(milliseconds: 61) with { Target = Target.AtMost(Quantity.Milliseconds(60)) });
        table.Add(Start(milliseconds: 1));

        Assert.That(
            table.ToMarkdown(), Does.Contain("1 of 2 targets met; 1 without a verdict."));
    }

    [Test]
    public void Is_one_page_with_the_circumstances_above_the_rows()
    {
        var table = new FiguresTable([("processor", "A | B")]);
        table.Add(Start(milliseconds: 43) with { Target = Target.AtMost(Quantity.Milliseconds(60)) });

        Assert.That(
            table.ToMarkdown(),
            Is.EqualTo(
                """
                # Figures

                Written by the benchmarks; [README.md](README.md) says how, and what the figures mean.

                | circumstance |  |
                |---|---|
                | processor | A \| B |

                1 of 1 targets met; 0 without a verdict.

                | what | ours | reference | ratio | target | met |
                |---|--:|--:|--:|---|---|
                | start | 43 ms | – | – | ≤ 60 ms | yes |

                """));
    }

    private static Figure Start(double milliseconds) => new("start", Quantity.Milliseconds(milliseconds));
}
