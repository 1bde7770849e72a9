using CsCheck;
using Kappa.Tenant;

namespace Kappa.Tests.Tenant;

internal sealed class AnswerJsonTests
{
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("{")]
    [TestCase("{} {}", TestName = "Two values")]
    [TestCase("{\"a\": 1} rest")]
    [TestCase("<html></html>")]
    [TestCase("{\"a\": }")]
    [TestCase("{a")]
    public void A_text_that_is_not_one_whole_value_is_no_JSON(string text) =>
        Assert.That(AnswerJson.TryParse(text), Is.Null);

    [Test]
    public void Values_within_values_without_end_are_no_JSON() =>
        Assert.That(AnswerJson.TryParse(new string('[', 1_000_000)), Is.Null);

    [Test]
    public void A_text_of_a_million_empty_lists_is_not_kept_in_memory() =>
        Assert.That(
            AnswerJson.TryParse($"[{string.Join(',', Enumerable.Repeat("[]", 1_000_000))}]"), Is.Null);

    [Test]
    public void Whatever_comes_gives_a_short_text_and_never_a_crash() =>
        Gen.OneOf(
                Gen.String,
                Gen.String[Gen.Char["{}[]\":,0123456789.eE+-truefalsn\\u/* \n"], 0, 60])
            .Sample(text => AnswerText.UsefulPart(text).Length <= 301);
}
