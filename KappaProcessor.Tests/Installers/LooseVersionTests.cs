using Kappa.Installers;

namespace Kappa.Tests.Installers;

internal sealed class LooseVersionTests
{
    [TestCase("10.9", "10.10")]
    [TestCase("1.9.9", "2")]
    [TestCase("1.0", "1.0.1")]
    [TestCase("1.0b1", "1.0")]
    [TestCase("1.0b1", "1.0b2")]
    [TestCase("1.0b9", "1.0b10")]
    [TestCase("1.0a3", "1.0b1")]
    [TestCase("1.0b3", "1.0rc1")]
    [TestCase("1.0rc1", "1.0.0")]
    [TestCase("2.0-beta", "2.0")]
    [TestCase("6.2.8-948", "6.2.8-1000")]
    [TestCase("6.2.8", "6.2.8-948")]
    [TestCase("5.1 (9)", "5.1 (10)")]
    [TestCase("go1.21.9", "go1.22.4")]
    [TestCase("99999999999999999999", "100000000000000000000", TestName = "Numbers of any length")]
    [TestCase("20240101", "20241231")]
    [TestCase("1.2.3 beta", "1.2.3")]
    public void Orders(string lower, string higher)
    {
        var (low, high) = (LooseVersion.Parse(lower), LooseVersion.Parse(higher));

        bool[] orders = [low < high, low <= high, low != high, high > low, high >= low];
        Assert.That(orders, Is.All.True);
    }

    [TestCase("1.0", "1")]
    [TestCase("1.0", "1.0.0.0")]
    [TestCase("v1.2", "1.2")]
    [TestCase("1.2", "1-2")]
    [TestCase("1.02", "1.2")]
    [TestCase("1.0B1", "1.0b1")]
    [TestCase("1.0b", "1.0b0")]
    [TestCase(" 1.2 ", "1.2")]
    [TestCase("0", "0.0")]
    public void Takes_for_the_same(string one, string other)
    {
        var (left, right) = (LooseVersion.Parse(one), LooseVersion.Parse(other));

        bool[] sames = [left == right, left.GetHashCode() == right.GetHashCode(), left <= right, left >= right];
        Assert.That(sames, Is.All.True);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("latest")]
    [TestCase("...")]
    public void Is_no_version(string? text) => Assert.That(LooseVersion.TryParse(text), Is.Null);

    [Test]
    public void Says_what_is_no_version() =>
        Assert.That(() => LooseVersion.Parse("latest"), Throws.TypeOf<KappaException>().With.Message.Contains("'latest'"));

    [Test]
    public void Every_version_is_higher_than_none()
    {
        LooseVersion? none = null;

        Assert.That(none < LooseVersion.Parse("0"), Is.True);
    }

    [Test]
    public void Sorts_a_list_from_old_to_new()
    {
        string[] texts = ["1.10", "1.0", "1.9", "1.0b2", "2.0a1", "1.9.1"];

        var sorted = texts.Select(LooseVersion.Parse).Order().Select(version => version.Text);

        Assert.That(string.Join(" ", sorted), Is.EqualTo("1.0b2 1.0 1.9 1.9.1 1.10 2.0a1"));
    }

    [Test]
    public void A_text_of_a_million_digits_is_a_version_like_any_other()
    {
        var digits = new string('9', 1_000_000);

        Assert.That(LooseVersion.Parse($"1.{digits}") < LooseVersion.Parse($"1.1{digits}"), Is.True);
    }
}
