namespace Kappa.Tests.Benchmarks.Figures;

internal sealed class FigureTests
{
    [TestCase(59.9, true)]
    [TestCase(60, true)]
    [TestCase(60.04, false, TestName = "A limit that is passed by less than the table shows is passed")]
    public void A_limit_may_be_reached_and_not_passed(double milliseconds, bool met)
    {
        var figure = new Figure("start", Quantity.Milliseconds(milliseconds))
        {
            Target = Target.AtMost(Quantity.Milliseconds(60)),
        };

        Assert.That(figure.IsMet, Is.EqualTo(met));
    }

    [TestCase(19.9, true)]
    [TestCase(20, false)]
    public void A_strict_limit_may_not_be_reached(double megabytes, bool met)
    {
        var figure = new Figure("memory", Quantity.Megabytes(megabytes))
        {
            Target = Target.Below(Quantity.Megabytes(20)),
        };

        Assert.That(figure.IsMet, Is.EqualTo(met));
    }

    [TestCase(2.55, true)]
    [TestCase(2.56, false)]
    public void A_multiple_of_the_reference_leaves_room_for_what_is_added(double seconds, bool met)
    {
        var figure = new Figure("run", new Quantity(seconds, Unit.Seconds))
        {
            Reference = new Reference("openssl", new Quantity(2, Unit.Seconds)),
            Target = Target.TimesReference(1.15, new Quantity(0.25, Unit.Seconds)),
        };

        Assert.That(figure.IsMet, Is.EqualTo(met));
    }

    [Test]
    public void There_is_no_verdict_without_a_target() =>
        Assert.That(new Figure("run", Quantity.Count(1)).IsMet, Is.Null);

    [Test]
    public void There_is_no_verdict_when_the_reference_is_missing() =>
        Assert.That(
            new Figure("run", Quantity.Milliseconds(1)) { Target = Target.TimesReference(1.1) }.IsMet, Is.Null);

    [Test]
    public void There_is_no_verdict_on_what_was_not_measured() =>
        Assert.That(
            Figure.Skipped("file", "not published") with { Target = Target.AtMost(Quantity.Megabytes(60)) },
            Has.Property(nameof(Figure.IsMet)).Null);

    [Test]
    public void A_ratio_is_ours_by_the_references()
    {
        var figure = new Figure("run", new Quantity(3, Unit.Seconds))
        {
            Reference = new Reference("curl", new Quantity(2, Unit.Seconds)),
        };

        Assert.That(figure.Ratio, Is.EqualTo(1.5));
    }

    [Test]
    public void There_is_no_ratio_to_a_reference_that_took_no_time()
    {
        var figure = new Figure("run", new Quantity(3, Unit.Seconds))
        {
            Reference = new Reference("curl", default),
        };

        Assert.That(figure.Ratio, Is.Null);
    }
}
