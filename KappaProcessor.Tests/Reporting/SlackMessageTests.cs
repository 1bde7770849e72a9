using Kappa.Publishing;
using Kappa.Reporting;
using Kappa.Tests.Support;

namespace Kappa.Tests.Reporting;

internal sealed class SlackMessageTests
{
    [TestCase('x')]
    [TestCase('&')]
    [TestCase('<')]
    public void A_long_text_is_cut_to_Slacks_limit_and_never_inside_an_escape(char letter)
    {
        var message = SlackMessage.Failed("Firefox", new string(letter, 4000));

        var text = (string)message.ToJson()["attachments"]![0]!["text"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Has.Length.LessThanOrEqualTo(3000).And.Length.GreaterThan(2990));
            Assert.That(text, Does.Match("(^x+|;)…$"));
        }
    }

    [Test]
    public void An_emoji_is_not_cut_in_half()
    {
        var message = SlackMessage.Failed("Firefox", "x" + string.Concat(Enumerable.Repeat("🫖", 2000)));

        var text = (string)message.ToJson()["attachments"]![0]!["text"]!;

        Assert.That(text, Does.EndWith("🫖…"));
    }

    [TestCase(OutcomeAction.Unchanged)]
    [TestCase(OutcomeAction.Skipped)]
    [TestCase(OutcomeAction.Planned)]
    public void What_changed_nothing_is_not_told(object action) =>
        Assert.That(SlackMessage.Of(Some.Outcome() with { Action = (OutcomeAction)action }, "Firefox-128.0.pkg"), Is.Null);
}
