namespace Kappa.Tests;

internal sealed class CaskTokenTests
{
    [TestCase("google-chrome", "google-chrome")]
    [TestCase(" Firefox@Beta ", "firefox@beta")]
    [TestCase("0-ad", "0-ad")]
    [TestCase("homebrew/cask/zed", "zed")]
    [TestCase("acme/tools/teapot", "acme/tools/teapot")]
    [TestCase("", null)]
    [TestCase("--debug", null)]
    [TestCase("../../etc/passwd", null)]
    [TestCase("a/b", null)]
    [TestCase("a/../b", null)]
    [TestCase("a b", null)]
    [TestCase("a;b", null)]
    [TestCase("a\n", "a")]
    [TestCase("a\nb", null)]
    public void Is_a_name_that_is_neither_an_option_nor_a_path(string text, string? token) =>
        Assert.That(CaskToken.TryParse(text)?.Text, Is.EqualTo(token));
}
