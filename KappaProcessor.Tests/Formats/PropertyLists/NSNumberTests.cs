using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class NSNumberTests
{
    [TestCase("9223372036854775808", long.MaxValue, int.MaxValue)]
    [TestCase("4294967297", 4294967297L, int.MaxValue, TestName = "It is not cut to the 1 of its lower half")]
    [TestCase("-4294967297", -4294967297L, int.MinValue)]
    [TestCase("7", 7L, 7)]
    public void Gives_the_nearest_of_a_type_that_cannot_hold_the_value(string text, long asLong, int asInt)
    {
        var number = (NSNumber)PropertyListParser.Parse(Some.XmlPlist($"<integer>{text}</integer>"));

        Assert.That((number.ToLong(), number.ToInt()), Is.EqualTo((asLong, asInt)));
    }

    [TestCase(2.6, 3)]
    [TestCase(-2.6, -3)]
    [TestCase(1e300, long.MaxValue)]
    [TestCase(double.NegativeInfinity, long.MinValue)]
    [TestCase(double.NaN, 0)]
    public void Rounds_reals(double real, long rounded) =>
        Assert.That(new NSNumber(real).ToLong(), Is.EqualTo(rounded));

    [Test]
    public void Prints_the_exact_value_of_the_largest_integer()
    {
        var number = PropertyListParser.Parse(Some.XmlPlist("<integer>18446744073709551615</integer>"));

        Assert.That(number.ToString(), Is.EqualTo("18446744073709551615"));
    }

    [Test]
    public void Tells_true_from_1_and_1_from_1_point_0() =>
        Assert.That(
            new[] { new NSNumber(true), new NSNumber(1), new NSNumber(1.0) },
            Is.Unique);
}
