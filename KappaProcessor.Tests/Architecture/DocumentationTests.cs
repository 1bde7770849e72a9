using System.Text.RegularExpressions;
using Kappa.AutoPkg;
using Kappa.Commands;
using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Architecture;

/// <summary>What the pages tell about variables, settings and messages is what the code says.</summary>
[NonParallelizable]
internal sealed partial class DocumentationTests
{
    private const string VariablesPage = "recipes/VARIABLES.md";

    private static string Readme => Page("README.md");

    private static string Configuration => Page("shim/CONFIGURATION.md");

    [Test]
    public void Every_input_variable_is_listed_in_the_codes_words() =>
        RequireTable(VariablesPage, "inputs", InputTable());

    [Test]
    public void Every_output_variable_is_listed_in_the_codes_words() =>
        RequireTable(VariablesPage, "outputs", OutputTable());

    [Test]
    public void Every_flag_of_an_upload_is_listed() =>
        RequireTable("KappaProcessor/KANDJI_PACKAGES.md", "flags", FlagTable());

    [Test]
    public void Every_key_of_the_configuration_is_named() =>
        Assert.That(
            ConfigKeys.All.Select(key => key.Name[(key.Name.LastIndexOf('.') + 1)..]),
            Has.All.Matches<string>(name => Configuration.Contains($"{name}`", StringComparison.Ordinal)));

    [Test]
    public void Every_variable_of_the_environment_is_named() =>
        Assert.That(
            EnvironmentKeys.All.Except([EnvironmentKeys.ShimFolder]).SelectMany(key => key.Paths),
            Has.All.Matches<string>(name => Configuration.Contains($"`{name}`", StringComparison.Ordinal)));

    [Test]
    public void Every_key_of_a_map_is_named() =>
        Assert.That(
            StatedKeys.All.Select(key => key.Name),
            Has.All.Matches<string>(name => Configuration.Contains($"`{name}`", StringComparison.Ordinal)));

    [Test]
    public void Every_message_that_the_README_explains_is_one_that_Kappa_says()
    {
        var sources = SourceFile.Product.Select(file => file.Text).Append(Page("shim/KAPPA.py"))
            .Select(text => Seam().Replace(text, ""))
            .ToList();
        var table = Readme[Readme.IndexOf("<!-- messages -->", StringComparison.Ordinal)..];

        Assert.That(
            Message().Matches(table).Select(match => match.Groups[1].Value),
            Is.Not.Empty.And.All.Matches<string>(
                message => sources.Exists(text => text.Contains(message!, StringComparison.Ordinal))));
    }

    [TestCaseSource(typeof(DocumentedPage), nameof(DocumentedPage.All))]
    public void A_link_to_another_page_leads_there(DocumentedPage page)
    {
        var folder = Path.GetDirectoryName(SourceTree.At(page.Path))!;

        Assert.That(
            Link().Matches(page.Text).Select(match => match.Groups[1].Value)
                .Where(target => !target.Contains(':', StringComparison.Ordinal)),
            Has.All.Matches<string>(target => Path.Exists(Path.Combine(folder, target!))));
    }

    [Test]
    public void The_README_begins_with_the_two_commands_that_everything_starts_with()
    {
        var firstScreen = string.Join('\n', Readme.Split('\n').Take(30));

        Assert.That(
            firstScreen,
            Does.Contain("dotnet run --project KappaProcessor -- demo").And.Contain("dotnet test Kappa.sln"));
    }

    private static string InputTable() => Table(
        "| variable | type | meaning |",
        Variables.Inputs.Select(input =>
            $"| `{input.Name}` | {input.Type.Word()}{(input.Required ? ", required" : "")} | {input.Documentation} |"));

    private static string OutputTable() => Table(
        "| variable | type | meaning |",
        Variables.Outputs.Select(output => $"| `{output.Name}` | {output.Type.Word()} | {output.Documentation} |"));

    private static string FlagTable() => string.Join('\n', UploadVerb.Define(Some.Host()).Options
        .Select(option => $"| {Flag(option)} | {option.Description} |")
        .Prepend("|---|---|")
        .Prepend("| flag | meaning |"));

    /// <summary><c>`-n`, `--name NAME`</c>.</summary>
    private static string Flag(System.CommandLine.Option option) => string.Join(", ", option.Aliases
        .Append(option.Name)
        .OrderBy(name => name.Length)
        .SkipLast(1)
        .Append($"{option.Aliases.Append(option.Name).MaxBy(name => name.Length)} {option.HelpName}".TrimEnd())
        .Select(name => $"`{name}`"));

    private static string Table(string heading, IEnumerable<string> rows) =>
        string.Join('\n', new[] { heading, "|---|---|---|" }.Concat(rows));

    /// <summary>As a golden file, KAPPA_UPDATE_GOLDEN=1 writes the table anew and fails the run.</summary>
    private static void RequireTable(string page, string name, string table)
    {
        var text = Page(page);
        var (start, end) = ($"<!-- {name} -->\n", $"\n<!-- /{name} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("KAPPA_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(SourceTree.At(page), text[..from] + table + text[to..]);
            Assert.Fail($"The table of {name} was written anew; read it and commit it.");
        }

        Assert.That(text[from..to], Is.EqualTo(table));
    }

    private static string Page(string path) => File.ReadAllText(SourceTree.At(path));

    /// <summary>Where a message goes on in the next line of the source.</summary>
    [GeneratedRegex("\"\\s*\\+?\\s*\\$?f?\"")]
    private static partial Regex Seam();

    [GeneratedRegex("^\\| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(@"\]\(([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
