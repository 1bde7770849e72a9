namespace Kappa.Tests;

internal sealed class PrintableTextTests
{
    [TestCase("Übersicht 🦓 \u00A0日本語", "Übersicht 🦓 \u00A0日本語")]
    [TestCase("a\tb", "a\tb", TestName = "A tab does no harm")]
    [TestCase("\u001B[31mred", "\\u001B[31mred")]
    [TestCase("one\ntwo\r", "one\\u000Atwo\\u000D")]
    [TestCase("\u009B2J", "\\u009B2J", TestName = "A control sequence in one character")]
    [TestCase("\u202Efdp.exe\u2066", "\\u202Efdp.exe\\u2066")]
    [TestCase(null, "")]
    public void What_would_act_is_shown_instead(string? text, string shown) =>
        Assert.That(PrintableText.Of(text), Is.EqualTo(shown));
}
