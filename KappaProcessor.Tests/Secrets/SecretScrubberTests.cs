using Kappa.Secrets;

namespace Kappa.Tests.Secrets;

internal sealed class SecretScrubberTests
{
    private static readonly SecretScrubber Scrubber = new(
    [
        new Secret("t0ken/a+b"),
        new Secret("t0ken"),
        new Secret("https://hooks.slack.com/services/T0/B0/x9"),
    ]);

    [TestCase("the token is t0ken.", "the token is [secret].")]
    [TestCase("Bearer t0ken/a+b", "Bearer [secret]", TestName = "The longer of two secrets")]
    [TestCase("?q=t0ken%2Fa%2Bb&x", "?q=[secret]&x")]
    [TestCase("?q=t0ken%2fa%2bb&x", "?q=[secret]&x", TestName = "Small letters in an escape")]
    [TestCase("T0KEN", "[secret]")]
    [TestCase("POST https://hooks.slack.com/services/T0/B0/x9 failed", "POST [secret] failed")]
    [TestCase("url=https%3A%2F%2Fhooks.slack.com%2Fservices%2FT0%2FB0%2Fx9", "url=[secret]")]
    [TestCase("t0ke n", "t0ke n")]
    [TestCase("", "")]
    public void Takes_a_secret_out_in_every_form(string text, string scrubbed) =>
        Assert.That(Scrubber.Scrub(text), Is.EqualTo(scrubbed));

    [TestCase("")]
    [TestCase("abc")]
    public void What_is_too_short_to_be_a_secret_is_left_in(string value) =>
        Assert.That(new SecretScrubber([new Secret(value)]).Scrub("abc abc"), Is.EqualTo("abc abc"));

    [Test]
    public void A_secret_does_not_show_itself() =>
        Assert.That($"{new Secret("t0ken")}", Is.EqualTo("[secret]"));
}
