using Kappa.Configuration;

namespace Kappa.Tests.Configuration;

internal sealed class AppNameRuleTests
{
    [TestCase("x", 255, true)]
    [TestCase("x", 256, false)]
    [TestCase("🦊", 255, true, TestName = "An emoji is one character")]
    [TestCase("🦊", 256, false, TestName = "256 emoji are too many")]
    [TestCase(" ", 3, false, TestName = "Spaces alone are no name")]
    public void Names_have_up_to_255_characters(string character, int count, bool isFine)
    {
        var name = string.Concat(Enumerable.Repeat(character, count));

        Assert.That(AppNameRule.Check(name), isFine ? Is.Null : Is.Not.Null);
    }
}
