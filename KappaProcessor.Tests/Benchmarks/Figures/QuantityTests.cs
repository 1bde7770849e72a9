namespace Kappa.Tests.Benchmarks.Figures;

internal sealed class QuantityTests
{
    [TestCase(0.00931, Unit.Seconds, "9.3 ms")]
    [TestCase(0.06, Unit.Seconds, "60 ms")]
    [TestCase(0.1234, Unit.Seconds, "123 ms")]
    [TestCase(1.256, Unit.Seconds, "1.26 s")]
    [TestCase(123.4, Unit.Seconds, "123 s")]
    [TestCase(4_140_000, Unit.Bytes, "4.1 MB")]
    [TestCase(118_400_000, Unit.Bytes, "118 MB")]
    [TestCase(5_000_000_000, Unit.Bytes, "5000 MB")]
    [TestCase(101, Unit.Count, "101")]
    public void Tells_three_digits_and_the_unit(double value, Unit unit, string text) =>
        Assert.That(new Quantity(value, unit).ToString(), Is.EqualTo(text));

    [TestCaseSource(nameof(Targets))]
    public void A_target_reads_as_a_rule(Target target, string text) =>
        Assert.That(target.ToString(), Is.EqualTo(text));

    private static IEnumerable<object[]> Targets() =>
    [
        [Target.AtMost(Quantity.Milliseconds(60)), "≤ 60 ms"],
        [Target.AtMost(Quantity.Count(4)), "≤ 4"],
        [Target.Below(Quantity.Megabytes(20)), "< 20 MB"],
        [Target.TimesReference(1), "≤ 1.00 × reference"],
        [Target.TimesReference(1.15, Quantity.Milliseconds(250)), "≤ 1.15 × reference + 250 ms"],
    ];
}
