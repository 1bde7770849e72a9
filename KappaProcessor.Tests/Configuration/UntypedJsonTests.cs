using Kappa.Configuration;

namespace Kappa.Tests.Configuration;

internal sealed class UntypedJsonTests
{
    [TestCase("{ \"a\": 1, }", TestName = "A comma at the end of an object")]
    [TestCase("// why\n{ /* this */ \"a\": /* is */ 1 } // so\n", TestName = "Comments everywhere")]
    [TestCase("\n\n{\"a\":1}\n\n", TestName = "White space around")]
    public void Accepts_what_people_write(string text)
    {
        var json = UntypedJson.ParseObject(text, "config.json");

        Assert.That(json.At("a")?.Describe(), Is.EqualTo("1"));
    }

    [Test]
    public void A_comma_at_the_end_of_an_array_adds_nothing()
    {
        var json = UntypedJson.ParseObject("""{ "a": ["x", ] }""", "config.json");

        Assert.That((json.At("a") as UntypedValue.List)?.Items, Has.Count.EqualTo(1));
    }

    [TestCase("{ \"a\": 1 \"b\": 2 }", "line 1, column 10: After parsing a value")]
    [TestCase("{\n  \"a\": {\n  \"b\": 1\n", "line 4, column 1: Unexpected end")]
    [TestCase("{\n \"a\": tru\n}", "line 2, column 10")]
    [TestCase("{ \"a\": 1 } {}", "line 1, column 12: Additional text")]
    [TestCase("{ \"a\": 1,\n  \"a\": 2 }", "line 2, column 7: Property with the name 'a' already exists")]
    [TestCase("{ \"a\": 1 ]", "line 1")]
    public void Broken_JSON_is_told_with_line_and_column(string text, string message) =>
        Assert.That(
            () => UntypedJson.ParseObject(text, "/x/config.json"),
            Throws.TypeOf<KappaException>().With.Message.Contains("/x/config.json is not valid JSON")
                .And.Message.Contains(message));

    [TestCase("", "config.json is empty")]
    [TestCase(" \n", "config.json is empty")]
    [TestCase("// only a remark", "config.json is not valid JSON")]
    [TestCase("[1]", "config.json holds an array, not a dictionary")]
    [TestCase("\"text\"", "config.json holds 'text', not a dictionary")]
    public void Anything_but_an_object_is_refused(string text, string message) =>
        Assert.That(
            () => UntypedJson.ParseObject(text, "config.json"),
            Throws.TypeOf<KappaException>().With.Message.Contains(message));

    [Test]
    public void Nesting_without_end_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\":", 10_000));

        Assert.That(
            () => UntypedJson.ParseObject(text, "config.json"),
            Throws.TypeOf<KappaException>().With.Message.Contains("MaxDepth"));
    }

    [TestCase("null", "''")]
    [TestCase("undefined", "undefined")]
    [TestCase("99999999999999999999", "99999999999999999999")]
    [TestCase(
        "\"2026-01-15T12:00:00Z\"",
        "'2026-01-15T12:00:00Z'",
        TestName = "A text that looks like a date stays one")]
    public void Odd_values_can_be_shown(string value, string shown)
    {
        var json = UntypedJson.ParseObject($$"""{ "a": {{value}} }""", "config.json");

        Assert.That(json.At("a")?.Describe(), Is.EqualTo(shown));
    }

    [Test]
    public void A_value_knows_its_line() =>
        Assert.That(UntypedJson.ParseObject("{\n\n \"a\":\n 5 }", "x").At("a")?.Line, Is.EqualTo(4));
}
