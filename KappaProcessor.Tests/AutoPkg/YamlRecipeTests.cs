using Kappa.AutoPkg;

namespace Kappa.Tests.AutoPkg;

internal sealed class YamlRecipeTests
{
    [TestCase("com.example.x", "com.example.x")]
    [TestCase("com.example.x   # why", "com.example.x")]
    [TestCase("'it''s'", "it's")]
    [TestCase("'quoted' # why", "quoted")]
    [TestCase("\"a\\\"b\\u00e9\\x21\" # why", "a\"b\u00e9!")]
    [TestCase("#no-comment", null)]
    [TestCase("&anchor com.example.x", null)]
    [TestCase("*alias", null)]
    [TestCase("|", null)]
    [TestCase("{ a: b }", null)]
    [TestCase("a: b", null)]
    [TestCase("'open", null)]
    [TestCase("\"bad \\q escape\"", null)]
    [TestCase("", null)]
    public void A_scalar_is_read_or_unreadable_and_never_guessed(string value, string? text) =>
        Assert.That(new YamlRecipe($"Identifier: {value}\n").Text("Identifier"), Is.EqualTo(text));

    [TestCase("Identifier: com.example\n  goes.on\n", TestName = "Continued on the next line")]
    [TestCase("Identifier:\n  com.example\n", TestName = "On the next line altogether")]
    [TestCase("{Identifier: com.example}\n", TestName = "In a flow mapping")]
    [TestCase("Input:\n  Identifier: com.example\n", TestName = "At another level")]
    [TestCase("# Identifier: com.example\n", TestName = "In a comment")]
    [TestCase("Description: |\n  Identifier: com.example\n", TestName = "In a text")]
    public void What_is_not_on_a_line_of_its_own_is_not_seen(string yaml) =>
        Assert.That(new YamlRecipe(yaml).Text("Identifier"), Is.Null);

    [Test]
    public void The_first_level_of_a_section_is_read_and_no_deeper_one()
    {
        var recipe = new YamlRecipe(
            """
            Input:
                # the usual
                pkginfo:
                    NAME: wrong
                "NAME" : 'Right'

            Process:
                - NAME: wrong
            """);

        Assert.That(recipe.Text("Input", "NAME"), Is.EqualTo("Right"));
    }

    [Test]
    public void A_section_that_is_not_there_has_nothing() =>
        Assert.That(new YamlRecipe("Identifier: a\n").Text("Input", "NAME"), Is.Null);

    [Test]
    public void Windows_line_ends_are_no_part_of_a_value() => Assert.That(
        new YamlRecipe("Identifier: a.b.c\r\nInput:\r\n  NAME: X\r\n").Text("Identifier"),
        Is.EqualTo("a.b.c"));

    [TestCase("  - Processor: io.kandji.kappa/KAPPA", true)]
    [TestCase("  - {Processor: 'io.kandji.kappa/KAPPA'}", true)]
    [TestCase("  # - Processor: io.kandji.kappa/KAPPA", false)]
    public void A_step_counts_unless_it_is_a_comment(string line, bool isThere) =>
        Assert.That(new YamlRecipe($"Process:\n{line}\n").Mentions(ParentRecipe.KappaStep), Is.EqualTo(isThere));
}
