using Kappa.Matching;

namespace Kappa.Tests.Matching;

internal sealed class NearestNamesTests
{
    [Test]
    public void Come_nearest_first_and_whatever_their_case()
    {
        string[] names = ["Security", "PRODUCTIVITY", "Products", "Apps"];

        var nearest = NearestNames.Of("productivty", names);

        Assert.That(string.Join(", ", nearest), Is.EqualTo("PRODUCTIVITY, Products"));
    }

    [Test]
    public void Are_three_at_most()
    {
        string[] names = ["Apps 1", "Apps 2", "Apps 3", "Apps 4"];

        var nearest = NearestNames.Of("Apps", names);

        Assert.That(string.Join(", ", nearest), Is.EqualTo("Apps 1, Apps 2, Apps 3"));
    }

    [Test]
    public void Are_none_when_nothing_is_near() =>
        Assert.That(NearestNames.Of("Productivity", ["Apps", "Security"]), Is.Empty);
}
